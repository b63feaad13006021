package org.compagnonnage.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** How the state of a case moves, when it has one course and when parts of it advance. */
class DossiersTests {

	private final List<Object> publies = new ArrayList<>();

	private Dossiers dossiers;

	private String reference;

	@BeforeEach
	void aMissionIsOpen() {
		DriverManagerDataSource source = new DriverManagerDataSource(
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
		Flyway.configure().dataSource(source).load().migrate();
		this.dossiers = new Dossiers(JdbcClient.create(source),
				Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneId.of("Europe/Paris")), this.publies::add,
				List.of(programme("autre", "fin", "debut"), programme("mission", "debut", "milieu", "fin")));
		this.reference = this.dossiers.ouvrir("MIS", "mission", "lille", "debut", null, null).reference();
		this.publies.clear();
	}

	@Test
	void aPartTakesTheCaseForward() {
		this.dossiers.avancer(this.reference, "milieu");
		this.dossiers.avancer(this.reference, "fin");
		assertThat(etapes()).containsExactly("debut", "milieu", "fin");
		assertThat(this.publies).hasSize(2).allMatch(EtatChange.class::isInstance);
	}

	@Test
	void aPartThatComesLaterDoesNotTakeTheCaseBack() {
		this.dossiers.avancer(this.reference, "fin");
		this.dossiers.avancer(this.reference, "milieu");
		this.dossiers.avancer(this.reference, "debut");
		this.dossiers.avancer(this.reference, "fin");
		assertThat(etapes()).containsExactly("debut", "fin");
		assertThat(this.publies).hasSize(1);
	}

	@Test
	void theCaseItselfMayGoBack() {
		this.dossiers.changerEtat(this.reference, "milieu");
		this.dossiers.changerEtat(this.reference, "debut");
		assertThat(etapes()).containsExactly("debut", "milieu", "debut");
	}

	@Test
	void aPartDoesNotOpenAClosedCaseAgain() {
		this.dossiers.clore(this.reference, "mission-annulee");
		this.dossiers.avancer(this.reference, "fin");
		assertThat(etapes()).containsExactly("debut", "close");
	}

	@Test
	void aStateThatTheProgrammeHasNotIsAnErrorOfTheModel() {
		assertThatIllegalStateException().isThrownBy(() -> this.dossiers.avancer(this.reference, "ailleurs"));
		this.dossiers.avancer("MIS-2020-000001", "fin");
		assertThat(etapes()).containsExactly("debut");
	}

	private List<String> etapes() {
		return this.dossiers.etapes(this.reference).stream().map(Etape::etape).toList();
	}

	private static EtatsDuProgramme programme(String programme, String... etats) {
		Map<String, String> ordre = new LinkedHashMap<>();
		List.of(etats).forEach((etat) -> ordre.put(etat, "ce que c'est"));
		return new EtatsDuProgramme() {

			@Override
			public String programme() {
				return programme;
			}

			@Override
			public Map<String, String> etats() {
				return ordre;
			}

		};
	}

}
