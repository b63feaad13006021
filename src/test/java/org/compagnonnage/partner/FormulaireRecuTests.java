package org.compagnonnage.partner;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.compagnonnage.document.Depot;
import org.compagnonnage.document.FichiersExemples;
import org.compagnonnage.support.FormulaireEssai;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is received of a form, where it lies, and what of it is compared. */
class FormulaireRecuTests extends PartnerApiTest {

	private static final int LIMITE = 20 * 1024 * 1024;

	@Autowired
	private Depot depot;

	@Test
	void aLargeFileIsReceivedOnDiskAndNotInMemory() throws IOException {
		byte[] contenu = FichiersExemples.pdf(LIMITE);
		MockHttpServletRequest request = request(FormulaireEssai.fichier("plan.pdf", contenu));
		recevoir(request(FormulaireEssai.fichier("plan.pdf", FichiersExemples.pdf()))).close();
		ThreadMXBean memoire = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long avant = memoire.getCurrentThreadAllocatedBytes();
		Path fichier;
		try (FormulaireRecu formulaire = recevoir(request)) {
			assertThat(memoire.getCurrentThreadAllocatedBytes() - avant).as("bytes of heap for 20 MiB")
				.isLessThan(1024 * 1024);
			fichier = formulaire.fichier().fichier();
			assertThat(fichier).hasBinaryContent(contenu);
		}
		assertThat(fichier).doesNotExist();
	}

	@Test
	void aRefusedFormLeavesNothingOnDisk() throws IOException {
		long avant = restes();
		MockHttpServletRequest coupe = request(FormulaireEssai.fichier("plan.pdf", FichiersExemples.pdf()));
		coupe.setContent(Arrays.copyOf(coupe.getContentAsByteArray(), 300));
		assertThatExceptionOfType(ProblemeException.class).isThrownBy(() -> recevoir(coupe));
		assertThatExceptionOfType(ProblemeException.class)
			.isThrownBy(() -> recevoir(request(FormulaireEssai.fichier("plan.pdf", FichiersExemples.pdf(LIMITE + 1)))));
		FormulaireEssai beaucoup = FormulaireEssai.fichier("plan.pdf", FichiersExemples.pdf());
		for (int rang = 0; rang < 10; rang++) {
			beaucoup.avec("autre", null, new byte[0]);
		}
		assertThatExceptionOfType(ProblemeException.class).isThrownBy(() -> recevoir(request(beaucoup)));
		assertThat(restes()).isEqualTo(avant);
	}

	@Test
	void theSameFormIsTheSameWhateverItsBoundaryAndAnyOtherIsAnother() throws IOException {
		byte[] pdf = FichiersExemples.pdf();
		byte[] premier = compare(FormulaireEssai.fichier("a.pdf", pdf));
		assertThat(compare(FormulaireEssai.fichier("a.pdf", pdf))).isEqualTo(premier);
		assertThat(compare(FormulaireEssai.fichier("b.pdf", pdf))).isNotEqualTo(premier);
		assertThat(compare(FormulaireEssai.fichier("a.pdf", FichiersExemples.HTML))).isNotEqualTo(premier);
		assertThat(compare(new FormulaireEssai().avec("autre", "a.pdf", pdf))).isNotEqualTo(premier);
		assertThat(compare(FormulaireEssai.fichier("a.pdf", pdf).avec("fichier", "a.pdf", pdf))).isNotEqualTo(premier);
		assertThat(compare(FormulaireEssai.fichier("a.pdf", pdf).avec("titre", null, pdf)))
			.isNotEqualTo(compare(FormulaireEssai.fichier("a.pdf", pdf).avec("titre", null, new byte[0])));
	}

	private byte[] compare(FormulaireEssai formulaire) throws IOException {
		try (FormulaireRecu recu = recevoir(request(formulaire))) {
			return recu.aComparer();
		}
	}

	private FormulaireRecu recevoir(MockHttpServletRequest request) throws IOException {
		return FormulaireRecu.de(request, this.depot);
	}

	private static MockHttpServletRequest request(FormulaireEssai formulaire) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setContentType(formulaire.type());
		request.setContent(formulaire.octets());
		return request;
	}

	private static long restes() throws IOException {
		try (var fichiers = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return fichiers.filter((fichier) -> fichier.getFileName().toString().startsWith("compagnonnage-fichier-"))
				.count();
		}
	}

}
