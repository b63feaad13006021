package org.compagnonnage.partner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.domain.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

/** A key makes room for another, whose scopes are the same; on H2. */
class RenouvellementTests extends PartnerApiTest {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PartenairesCommande commande;

	private final LocalDate aujourdhui = LocalDate.now(PARIS);

	private String id;

	@BeforeEach
	void thePartnerHasAKey() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		Partenaires.CleDelivree delivree = this.partenaires.delivrer(this.partenaire, List.of("admission-cae"),
				List.of("37", "45"), this.aujourdhui.plusMonths(2));
		this.cle = delivree.cle();
		this.id = delivree.id();
	}

	@Test
	void bothKeysAreValidForTheChosenTime() {
		String ancienne = this.cle;
		String reponse = executer("--partenaire.renouveler=" + this.id, "--partenaire.chevauchement=7",
				"--partenaire.expire=" + this.aujourdhui.plusMonths(17));
		assertThat(reponse).contains("Dernier jour de validité : " + Ecriture.jour(this.aujourdhui.plusMonths(17)),
				"reste valable jusqu'au " + Ecriture.jour(this.aujourdhui.plusDays(7)) + " inclus");
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
		this.cle = montree(reponse);
		assertThat(this.cle).isNotEqualTo(ancienne);
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
		Cle nouvelle = registre(nouvelleDe(this.id));
		assertThat(nouvelle.partenaire()).isEqualTo(this.partenaire);
		assertThat(nouvelle.programmes()).containsExactly("admission-cae");
		assertThat(nouvelle.territoires()).containsExactly("37", "45");
		assertThat(lignes()).anySatisfy((ligne) -> assertThat(ligne).contains(this.id)
			.endsWith("remplacée jusqu'au " + Ecriture.jour(this.aujourdhui.plusDays(7))));

		this.jdbc.sql("update cle_partenaire set expire_le = :passe where id = :id")
			.param("passe", OffsetDateTime.now().minusSeconds(1))
			.param("id", this.id)
			.update();
		this.cle = ancienne;
		assertThat(probleme(get("/api/v1/dossiers"), 401, "cle-refusee").path("detail").asText())
			.isEqualTo("Cette clé a été remplacée : utilisez la nouvelle.");
	}

	@Test
	void twoWeeksAreTheDefault() {
		executer("--partenaire.renouveler=" + this.id);
		assertThat(registre(this.id).expireLe()).isEqualTo(Cle.finDe(this.aujourdhui.plusDays(14), PARIS));
	}

	@Test
	void withoutOverlapTheOldKeyEndsAtOnce() {
		String reponse = executer("--partenaire.renouveler=" + this.id, "--partenaire.chevauchement=0");
		assertThat(reponse).contains("n'est plus valable");
		probleme(get("/api/v1/dossiers"), 401, "cle-refusee");
		this.cle = montree(reponse);
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
	}

	@Test
	void theOldKeyNeverLivesLongerThanWithout() {
		assertThat(executer("--partenaire.renouveler=" + this.id, "--partenaire.chevauchement=90"))
			.contains("jusqu'au " + Ecriture.jour(this.aujourdhui.plusMonths(2)) + " inclus");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--partenaire.chevauchement=-1", "--partenaire.chevauchement=91",
			"--partenaire.chevauchement=deux", "--partenaire.chevauchement=", "--partenaire.expire=2020-01-01",
			"--partenaire.expire=demain" })
	void aWrongValueChangesNothing(String faux) {
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.renouveler=" + this.id, faux));
		assertThat(registre(this.id).remplaceePar()).isNull();
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
	}

	@Test
	void aKeyIsRenewedOnce() {
		executer("--partenaire.renouveler=" + this.id);
		String nouvelle = nouvelleDe(this.id);
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.renouveler=" + this.id))
			.withMessage("La clé " + this.id + " a déjà été renouvelée, par la clé " + nouvelle + ".");
		executer("--partenaire.renouveler=" + nouvelle);
		assertThat(nouvelleDe(nouvelle)).isNotNull();
	}

	@Test
	void aKeyThatIsNotInForceIsNotRenewed() {
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.renouveler=inconnue"))
			.withMessageContaining("Aucune clé");
		String revoquee = this.id;
		executer("--partenaire.revoquer=" + revoquee);
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.renouveler=" + revoquee))
			.withMessageContaining("est révoquée");
		thePartnerHasAKey();
		this.jdbc.sql("update cle_partenaire set expire_le = :passe where id = :id")
			.param("passe", OffsetDateTime.now().minusSeconds(1))
			.param("id", this.id)
			.update();
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.renouveler=" + this.id))
			.withMessageContaining("est expirée");
	}

	@Test
	void ofTwoAdministratorsWhoRenewAtOnceOneIsRefused() throws Exception {
		int ensemble = 4;
		ExecutorService administrateurs = Executors.newFixedThreadPool(ensemble);
		List<String> reponses = new ArrayList<>();
		List<Throwable> refus = new ArrayList<>();
		try {
			CyclicBarrier depart = new CyclicBarrier(ensemble);
			List<Future<String>> essais = new ArrayList<>();
			for (int i = 0; i < ensemble; i++) {
				essais.add(administrateurs.submit(() -> {
					depart.await();
					return executer("--partenaire.renouveler=" + this.id);
				}));
			}
			for (Future<String> essai : essais) {
				try {
					reponses.add(essai.get());
				}
				catch (ExecutionException ex) {
					refus.add(ex.getCause());
				}
			}
		}
		finally {
			administrateurs.shutdownNow();
		}
		assertThat(reponses).hasSize(1);
		assertThat(refus).hasSize(ensemble - 1).allSatisfy((ex) -> assertThat(ex).hasMessageContaining("déjà"));
		assertThat(this.partenaires.cles().stream().filter((cle) -> cle.partenaire().equals(this.partenaire)))
			.hasSize(3);
	}

	private String executer(String... arguments) {
		return this.commande.executer(new DefaultApplicationArguments(arguments));
	}

	private List<String> lignes() {
		return executer("--partenaire.lister").lines().toList();
	}

	private Cle registre(String cle) {
		return this.partenaires.trouver(cle).orElseThrow();
	}

	private String nouvelleDe(String cle) {
		return registre(cle).remplaceePar();
	}

	private static String montree(String reponse) {
		return reponse.lines().map(String::strip).filter((ligne) -> ligne.startsWith("cmp_")).findFirst().orElseThrow();
	}

}
