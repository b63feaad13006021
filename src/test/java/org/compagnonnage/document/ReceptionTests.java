package org.compagnonnage.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceptionTests {

	@Test
	void whatHasTheLimitIsReceivedAndOneByteMoreIsNot() throws IOException {
		Path fichier;
		try (Reception reception = Reception.de(new ByteArrayInputStream(new byte[100_000]), 100_000)) {
			fichier = reception.fichier();
			assertThat(reception.taille()).isEqualTo(100_000);
			assertThat(fichier).hasSize(100_000);
		}
		assertThat(fichier).doesNotExist();
		try (Reception reception = Reception.de(new ByteArrayInputStream(new byte[100_001]), 100_000)) {
			assertThat(reception.taille()).isEqualTo(100_001);
		}
	}

	@Test
	void anEndlessSendingIsReadToTheLimitOnly() throws IOException {
		AtomicLong lus = new AtomicLong();
		InputStream sansFin = new InputStream() {

			@Override
			public int read() {
				lus.incrementAndGet();
				return 'a';
			}

		};
		try (Reception reception = Reception.de(sansFin, 100_000)) {
			assertThat(reception.taille()).isEqualTo(100_001);
		}
		assertThat(lus).hasValue(100_001);
		Reception.ignorer(sansFin, 100_000);
		assertThat(lus.get()).isLessThan(300_000);
	}

	@Test
	void aSendingThatStopsLeavesNothing() throws IOException {
		InputStream coupe = new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("Connection reset");
			}

		});
		long avant = restes();
		assertThatExceptionOfType(RefusDocument.class).isThrownBy(() -> Reception.de(coupe, 100))
			.withMessageContaining("interrompu");
		assertThat(restes()).isEqualTo(avant);
	}

	@Test
	void whatAKilledNodeLeftIsRemovedAndWhatIsBeingReceivedIsNot() throws IOException {
		Path reste = Files.createTempFile("compagnonnage-fichier-", null);
		Files.setLastModifiedTime(reste, FileTime.from(Instant.parse("2026-11-20T08:00:00Z")));
		try (Reception reception = Reception.de(new ByteArrayInputStream(new byte[1]), 1)) {
			Files.setLastModifiedTime(reception.fichier(), FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
			Reception.effacerCellesDAvant(Instant.parse("2026-11-20T09:00:00Z"));
			assertThat(reste).doesNotExist();
			assertThat(reception.fichier()).exists();
		}
	}

	private static long restes() throws IOException {
		try (var fichiers = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return fichiers.filter((fichier) -> fichier.getFileName().toString().startsWith("compagnonnage-fichier-"))
				.count();
		}
	}

}
