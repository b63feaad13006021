package org.compagnonnage.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

import org.compagnonnage.partner.Cle.Etat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Until when a key is valid, by itself and beside the one that renews it. */
class CleTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final Instant FIN = Cle.finDe(LocalDate.of(2026, 10, 24), PARIS);

	private static final Instant AVANT = FIN.minusMillis(1);

	@Test
	void itsLastDayIsWholeAndInParis() {
		assertThat(FIN).isEqualTo("2026-10-24T22:00:00Z");
		assertThat(Cle.finDe(LocalDate.of(2026, 10, 25), PARIS)).isEqualTo("2026-10-25T23:00:00Z");
		assertThat(cle(true, null, null).dernierJour(PARIS)).isEqualTo("2026-10-24");
	}

	@Test
	void itIsValidUntilItsEnd() {
		assertThat(cle(true, null, null).etat(AVANT)).isEqualTo(Etat.VALABLE);
		assertThat(cle(true, null, null).etat(FIN)).isEqualTo(Etat.EXPIREE);
	}

	@Test
	void oneThatIsRenewedIsValidUntilItsEndToo() {
		assertThat(cle(true, null, "autre").etat(AVANT)).isEqualTo(Etat.VALABLE);
		assertThat(cle(true, null, "autre").etat(FIN)).isEqualTo(Etat.REMPLACEE);
	}

	@Test
	void oneThatIsRevokedStaysSo() {
		assertThat(cle(true, AVANT, "autre").etat(AVANT)).isEqualTo(Etat.REVOQUEE);
		assertThat(cle(false, AVANT, null).etat(FIN)).isEqualTo(Etat.REVOQUEE);
	}

	@Test
	void oneOfAClosedAccountIsRefused() {
		assertThat(cle(false, null, null).etat(AVANT)).isEqualTo(Etat.SUSPENDUE);
	}

	@ParameterizedTest
	@CsvSource({ "0, 2026-10-01T14:31", "1, 2026-10-03T00:00", "14, 2026-10-16T00:00", "22, 2026-10-24T00:00",
			"23, 2026-10-25T00:00", "24, 2026-10-25T00:00", "90, 2026-10-25T00:00" })
	void besideTheNewOneItLivesForWholeDaysAndNeverLongerThanWithout(int jours, LocalDateTime fin) {
		ZonedDateTime maintenant = LocalDateTime.of(2026, 10, 1, 14, 31).atZone(PARIS);
		assertThat(cle(true, null, null).finDuChevauchement(jours, maintenant))
			.isEqualTo(fin.atZone(PARIS).toInstant());
	}

	private static Cle cle(boolean actif, Instant revoqueeLe, String remplaceePar) {
		return new Cle("cle", "bge", "BGE", "api@bge.example", actif, Set.of("admission-cae"), Set.of("37"),
				Instant.parse("2026-01-05T09:00:00Z"), FIN, revoqueeLe, remplaceePar, null);
	}

}
