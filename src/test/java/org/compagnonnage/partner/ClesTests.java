package org.compagnonnage.partner;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.support.PartnerApiTest;
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

/** Keys: given by the command, shown once, hashed, refused when they are not valid. */
class ClesTests extends PartnerApiTest {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PartenairesCommande commande;

	@Test
	void without_a_key_nothing_is_answered() {
		HttpResponse<String> reponse = envoyer(sansCle());
		probleme(reponse, 401, "cle-absente");
		assertThat(reponse.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"compagnonnage\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic ZGVtbzpkZW1v", "demo", "", "Token x" })
	void another_scheme_is_refused(String entete) {
		probleme(envoyer(sansCle().header("Authorization", entete)), 401, "cle-absente");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer inconnue", "Bearer a b", "Bearer \u00e9", "bearer ' or 1=1" })
	void a_wrong_key_is_refused(String entete) {
		HttpResponse<String> reponse = envoyer(sansCle().header("Authorization", entete));
		probleme(reponse, 401, "cle-refusee");
		assertThat(reponse.headers().firstValue("WWW-Authenticate")).get().asString().contains("invalid_token");
	}

	@Test
	void an_expired_key_is_refused() {
		this.jdbc.sql("update cle_partenaire set expire_le = current_timestamp where empreinte = :empreinte")
			.param("empreinte", Empreinte.de(this.cle))
			.update();
		assertThat(probleme(get("/api/v1/dossiers"), 401, "cle-refusee").path("detail").asText()).contains("expirée");
	}

	@Test
	void a_key_is_stored_hashed_and_its_use_recorded() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
		assertThat(this.cle).startsWith("cmp_").hasSize(47);
		assertThat(this.jdbc.sql("select * from cle_partenaire").query().listOfRows().toString())
			.doesNotContain(this.cle);
		assertThat(this.jdbc
			.sql("select count(*) from cle_partenaire where empreinte = :e and derniere_utilisation is not null")
			.param("e", Empreinte.de(this.cle))
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void the_commands_give_a_key_and_revoke_it() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		String reponse = executer("--partenaire.creer=bge-37", "--partenaire.nom=BGE",
				"--partenaire.courriel=api@bge.example", "--partenaire.territoires=37, 45",
				"--partenaire.programmes=admission-cae", "--partenaire.expire=" + LocalDate.now().plusMonths(6));
		this.cle = reponse.lines().map(String::strip).filter((ligne) -> ligne.startsWith("cmp_")).findFirst().get();
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
		String id = reponse.lines()
			.filter((ligne) -> ligne.startsWith("Identifiant"))
			.findFirst()
			.get()
			.replaceAll(".* : ", "");
		assertThat(executer("--partenaire.revoquer=" + id)).contains("révoquée");
		assertThat(probleme(get("/api/v1/dossiers"), 401, "cle-refusee").path("detail").asText()).contains("révoquée");
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.revoquer=" + id));
	}

	@Test
	void a_second_key_of_a_partner_works_beside_the_first() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		executer("--partenaire.creer=" + this.partenaire, "--partenaire.territoires=37",
				"--partenaire.programmes=admission-cae");
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
	}

	@Test
	void a_command_with_a_wrong_value_says_which() {
		String[] juste = { "--partenaire.creer=cma", "--partenaire.nom=CMA", "--partenaire.courriel=api@cma.example",
				"--partenaire.territoires=37", "--partenaire.programmes=admission-cae" };
		for (String faux : List.of("--partenaire.creer=C M A", "--partenaire.territoires=99",
				"--partenaire.programmes=inconnu", "--partenaire.expire=demain", "--partenaire.expire=2020-01-01",
				"--partenaire.expire=" + LocalDate.now().plusMonths(19), "--partenaire.nom=", "--partenaire.courriel=",
				"--partenaire.courriel=api@cma", "--partenaire.courriel=api chez cma.example")) {
			String option = faux.substring(0, faux.indexOf('=') + 1);
			String[] arguments = Stream
				.concat(Arrays.stream(juste).filter((argument) -> !argument.startsWith(option)), Stream.of(faux))
				.toArray(String[]::new);
			this.jdbc.sql("delete from partenaire where id = 'cma'").update();
			assertThatIllegalArgumentException().as(faux).isThrownBy(() -> executer(arguments));
		}
	}

	@Test
	void theListTellsOfEveryKeyButNotTheKey() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		get("/api/v1/dossiers");
		String id = idDe(this.cle);
		LocalDate aujourdhui = LocalDate.now(ZoneId.of("Europe/Paris"));
		assertThat(executer("--partenaire.lister").lines().findFirst().get().split(" {2,}")).containsExactly(
				"Partenaire", "Courriel", "Clé", "Programmes", "Périmètres", "Créée le", "Dernier jour",
				"Dernier appel", "État");
		assertThat(ligne(id)).containsExactly(this.partenaire, "api@bge.example", id, "admission-cae", "37,45",
				Ecriture.jour(aujourdhui), Ecriture.jour(aujourdhui.plusMonths(1)), Ecriture.jour(aujourdhui),
				"valable");
		assertThat(executer("--partenaire.lister")).doesNotContain(this.cle, Empreinte.de(this.cle));

		this.jdbc.sql("update cle_partenaire set expire_le = current_timestamp where id = :id")
			.param("id", id)
			.update();
		assertThat(ligne(id)).last().isEqualTo("expirée");
		executer("--partenaire.revoquer=" + id);
		assertThat(ligne(id)).last().isEqualTo("révoquée");
		cleDe("admission-cae", "37");
		assertThat(ligne(idDe(this.cle))).contains("jamais");
		this.jdbc.sql("update partenaire set courriel = null where id = :id").param("id", this.partenaire).update();
		assertThat(ligne(id)).contains("AUCUN COURRIEL");
	}

	@Test
	void theAddressOfAPartnerCanBeChanged() {
		assertThat(executer("--partenaire.modifier=" + this.partenaire, "--partenaire.courriel=cles@bge.example"))
			.contains("cles@bge.example");
		assertThat(courriel()).isEqualTo("cles@bge.example");
		executer("--partenaire.creer=" + this.partenaire, "--partenaire.territoires=37",
				"--partenaire.programmes=admission-cae", "--partenaire.courriel=autres@bge.example");
		assertThat(courriel()).isEqualTo("autres@bge.example");
		for (String[] faux : new String[][] { { "--partenaire.modifier=" + this.partenaire },
				{ "--partenaire.modifier=" + this.partenaire, "--partenaire.courriel=bge" },
				{ "--partenaire.modifier=personne", "--partenaire.courriel=cles@bge.example" } }) {
			assertThatIllegalArgumentException().isThrownBy(() -> executer(faux));
		}
		assertThat(courriel()).isEqualTo("autres@bge.example");
	}

	@Test
	void aClosedAccountIsRefusedUntilItIsOpenedAgain() {
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		assertThat(executer("--partenaire.desactiver=" + this.partenaire)).contains("désactivé");
		assertThat(probleme(get("/api/v1/dossiers"), 401, "cle-refusee").path("detail").asText()).contains("désactivé");
		assertThat(ligne(idDe(this.cle))).last().isEqualTo("compte désactivé");
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.desactiver=" + this.partenaire));
		assertThatIllegalArgumentException().isThrownBy(() -> cleDe("admission-cae", "37"))
			.withMessageContaining("désactivé");
		executer("--partenaire.reactiver=" + this.partenaire);
		assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--partenaire.reactiver=personne"));
	}

	@Test
	void oneCommandIsGivenAtATime() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> executer("--partenaire.lister", "--partenaire.desactiver=" + this.partenaire))
			.withMessageContaining("--partenaire.lister, --partenaire.desactiver");
	}

	private String idDe(String cle) {
		return this.jdbc.sql("select id from cle_partenaire where empreinte = :empreinte")
			.param("empreinte", Empreinte.de(cle))
			.query(String.class)
			.single();
	}

	private String courriel() {
		return this.jdbc.sql("select courriel from partenaire where id = :id")
			.param("id", this.partenaire)
			.query(String.class)
			.single();
	}

	private List<String> ligne(String id) {
		return List.of(executer("--partenaire.lister").lines()
			.filter((ligne) -> ligne.contains(id))
			.findFirst()
			.orElseThrow()
			.split(" {2,}"));
	}

	private String executer(String... arguments) {
		return this.commande.executer(new DefaultApplicationArguments(arguments));
	}

	private HttpRequest.Builder sansCle() {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/dossiers"));
	}

}
