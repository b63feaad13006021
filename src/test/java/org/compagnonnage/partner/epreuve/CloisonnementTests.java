package org.compagnonnage.partner.epreuve;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.partner.Partenaires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a partner opened is seen with its own keys only: every operation of the
 * description, with every other key, answers as if it did not exist.
 */
class CloisonnementTests extends ApiEnMarche {

	private static final Pattern INSTANCE = Pattern.compile("urn:uuid:[0-9a-f-]{36}");

	/** References, ids and instants. */
	private static final Pattern NOMS = Pattern
		.compile("[A-Z]{3}-[0-9]{4}-[0-9]{6}" + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9-]{10}T[0-9:.]+Z");

	private static final String JSON = "application/json";

	/** What looks like a value of a path and is none. */
	private static final Map<String, String> INCONNUS = Map.of("reference", "ADM-2026-999999", "livraison",
			"msg_" + "0".repeat(32));

	private DescriptionLue description;

	private Reserve lui;

	private Reserve autre;

	/** By whose it is: every key that is not good for his cases. */
	private final Map<String, String> cles = new LinkedHashMap<>();

	@BeforeEach
	void ouvrir() {
		this.description = DescriptionLue.de(this.port);
		this.lui = reserve(this.description);
		this.autre = reserve(this.description);
		List<String> perimetres = this.organisation.perimetres();
		List<String> programmes = this.lui.programmes();
		this.cles.put("another partner, for all programmes", this.autre.cle());
		for (String programme : programmes) {
			this.cles.put("another partner, for " + programme,
					this.autre.nouvelleCle(List.of(programme), perimetres).cle());
		}
		Partenaires.CleDelivree revoquee = this.lui.nouvelleCle(programmes, perimetres);
		this.partenaires.revoquer(revoquee.id());
		this.cles.put("his own, revoked", revoquee.cle());
		Partenaires.CleDelivree expiree = this.lui.nouvelleCle(programmes, perimetres);
		this.jdbc.update("update cle_partenaire set expire_le = ? where id = ?",
				LocalDate.now().minusDays(1).atStartOfDay(), expiree.id());
		this.cles.put("his own, expired", expiree.cle());
		this.cles.put("nobody's", "cmp_" + "A".repeat(43));
	}

	@AfterEach
	void fermer() {
		this.lui.close();
		this.autre.close();
	}

	@Test
	void what_a_partner_opened_does_not_exist_for_any_other_key_on_any_operation() {
		for (DescriptionLue.Operation operation : this.description.operations()) {
			if (!operation.variables().isEmpty()) {
				Requete sienne = this.lui.requete(operation);
				Map<String, String> toutes = new LinkedHashMap<>(this.cles);
				if (operation.chemin().contains("{reference}")) {
					toutes.putAll(autresPortees());
				}
				EtatBase avant = EtatBase.lire(this.jdbc);
				toutes.forEach((qui, cle) -> assertInexistant(operation, sienne, qui, cle));
				assertThat(avant.ecarts(EtatBase.lire(this.jdbc))).as(operation.toString()).isEmpty();
				ClientBrut.Reponse reponse = this.lui.envoyer(sienne);
				assertThat(reponse.statut()).as(sienne + " with its own key: " + reponse.corps()).isBetween(200, 299);
			}
		}
	}

	@Test
	void what_a_subscription_tells_is_seen_and_changed_with_keys_for_all_of_it_only() {
		Map<String, String> autres = autresPortees();
		this.description.operations()
			.stream()
			.filter((operation) -> operation.chemin().startsWith("/api/v1/abonnements/{id}"))
			// Any of his keys may end what is told to him.
			.filter((operation) -> !operation.id().equals("supprimerAbonnement"))
			.forEach((operation) -> {
				Requete sienne = this.lui.requete(operation);
				boolean toutes = operation.id().equals("lireAbonnement");
				EtatBase avant = EtatBase.lire(this.jdbc);
				autres.forEach((qui, cle) -> {
					ClientBrut.Reponse reponse = this.lui
						.envoyer(sienne.avecEntetes(qui, "Authorization", List.of("Bearer " + cle), !toutes));
					assertThat(reponse.statut()).as(sienne + " with a key of " + qui).isEqualTo(toutes ? 200 : 403);
				});
				assertThat(avant.ecarts(EtatBase.lire(this.jdbc))).as(operation.toString()).isEmpty();
				assertThat(this.lui.envoyer(sienne).statut()).as(sienne.toString()).isBetween(200, 299);
			});
	}

	/** His own keys for another programme or another périmètre than that of the case. */
	private Map<String, String> autresPortees() {
		return Map.of("his own, for other programmes", this.lui
			.nouvelleCle(this.lui.programmes().stream().filter((code) -> !code.equals("admission-cae")).toList(),
					this.organisation.perimetres())
			.cle(), "his own, for other périmètres",
				this.lui
					.nouvelleCle(this.lui.programmes(),
							this.organisation.perimetres().stream().filter((code) -> !code.equals("37")).toList())
					.cle());
	}

	private void assertInexistant(DescriptionLue.Operation operation, Requete sienne, String qui, String cle) {
		Requete avecCle = sienne.avecEntetes(qui, "Authorization", List.of("Bearer " + cle), true);
		ClientBrut.Reponse reponse = this.autre.envoyer(avecCle);
		ClientBrut.Reponse inexistant = this.autre
			.envoyer(avecCle.avecCible("unknown", inconnu(operation), true, true));
		assertThat(reponse.statut()).as(avecCle + " " + reponse.corps()).isIn(401, 404).isEqualTo(inexistant.statut());
		if (this.cles.containsKey(qui) && qui.startsWith("another partner")) {
			assertThat(reponse.statut()).as(avecCle.toString()).isEqualTo(404);
		}
		assertThat(sansInstance(reponse)).as(avecCle.toString()).isEqualTo(sansInstance(inexistant));
		assertThat(entetes(reponse)).as(avecCle.toString()).isEqualTo(entetes(inexistant));
	}

	@Test
	void a_body_tells_nothing_of_what_another_partner_opened() {
		List<String> siens = this.lui.dossiers();
		List<String> suivis = suivis(siens);
		Set<String> decrits = new TreeSet<>();
		Set<String> nommants = new TreeSet<>();
		for (DescriptionLue.Operation operation : this.description.operations()) {
			for (Champ champ : textes(operation)) {
				String lieu = operation + " " + champ.lieu();
				if (champ.schema().path("description").asText().contains("Référence")) {
					decrits.add(lieu);
				}
				if (!assertRienDit(operation, champ, siens)
						&& siens.stream().anyMatch((sien) -> envoyer(this.lui, operation, champ, sien).acceptee())) {
					nommants.add(lieu);
					assertRienDit(operation, champ, siens);
				}
			}
		}
		assertThat(suivis(siens)).isEqualTo(suivis);
		assertThat(nommants).as("fields that name a case").isNotEmpty().isEqualTo(decrits);
	}

	/** What he is told of his cases, and what follows them. */
	private List<String> suivis(List<String> references) {
		DescriptionLue.Operation suivi = operation("suivreDossier");
		return references.stream()
			.map((reference) -> this.lui
				.envoyer(this.lui.requete(suivi)
					.avecCible("", suivi.chemin().replace("{reference}", reference), false, true))
				.corps()
					+ this.jdbc.queryForList(
							"select reference from dossier where dossier_origine = ? and partenaire <> ?", reference,
							this.lui.partenaire()))
			.toList();
	}

	/** The fields of a body that may be a text. */
	private List<Champ> textes(DescriptionLue.Operation operation) {
		JsonNode corps = operation.corps().get(JSON);
		return (corps != null) ? Champ.de(this.description, corps.path("schema"), corps(this.lui.requete(operation)))
			.stream()
			.filter(Champ::texte)
			.toList() : List.of();
	}

	/**
	 * Sends one of his cases in a field, as another partner does, and one that nobody
	 * has: both get the same answer, and a refusal changes nothing. A field that takes
	 * the latter asks for no case: one of his is enough.
	 * @return whether they are accepted
	 */
	private boolean assertRienDit(DescriptionLue.Operation operation, Champ champ, List<String> siens) {
		ClientBrut.Reponse attendue = envoyer(this.autre, operation, champ, INCONNUS.get("reference"));
		List<Requete> requetes = siens.stream()
			.limit(attendue.acceptee() ? 1 : siens.size())
			.map((sien) -> avec(this.autre, operation, champ, sien))
			.toList();
		EtatBase avant = attendue.acceptee() ? null : EtatBase.lire(this.jdbc);
		for (Requete requete : requetes) {
			ClientBrut.Reponse reponse = this.autre.envoyer(requete);
			assertThat(reponse.statut()).as(requete + " " + reponse.corps()).isEqualTo(attendue.statut());
			assertThat(sansNoms(reponse)).as(requete.toString()).isEqualTo(sansNoms(attendue));
			assertThat(entetes(reponse)).as(requete.toString()).isEqualTo(entetes(attendue));
		}
		if (!attendue.acceptee()) {
			assertThat(avant.ecarts(EtatBase.lire(this.jdbc))).as(operation + " " + champ.lieu()).isEmpty();
		}
		return attendue.acceptee();
	}

	private static ClientBrut.Reponse envoyer(Reserve qui, DescriptionLue.Operation operation, Champ champ,
			String valeur) {
		return qui.envoyer(avec(qui, operation, champ, valeur));
	}

	/** A right request, but for the value of a field. */
	private static Requete avec(Reserve qui, DescriptionLue.Operation operation, Champ champ, String valeur) {
		Requete requete = qui.requete(operation);
		JsonNode corps = corps(requete);
		champ.poser(corps, valeur);
		assertThat(corps.at(champ.lieu()).asText()).as(operation + " " + champ.lieu()).isEqualTo(valeur);
		return requete.avecCorps(champ.lieu() + "=" + valeur, corps.toString().getBytes(StandardCharsets.UTF_8), false);
	}

	private static JsonNode corps(Requete requete) {
		return DescriptionLue.lire(new String(requete.corps(), StandardCharsets.UTF_8));
	}

	private DescriptionLue.Operation operation(String id) {
		return this.description.operations()
			.stream()
			.filter((operation) -> operation.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	/** The path with values that are nobody's. */
	private static String inconnu(DescriptionLue.Operation operation) {
		String chemin = operation.chemin();
		for (String variable : operation.variables()) {
			chemin = chemin.replace("{" + variable + "}",
					INCONNUS.getOrDefault(variable, UUID.nameUUIDFromBytes(variable.getBytes()).toString()));
		}
		return chemin;
	}

	/** Its headers, without that of a connection that has served long enough. */
	private static Set<String> entetes(ClientBrut.Reponse reponse) {
		Set<String> noms = new TreeSet<>(reponse.entetes().keySet());
		noms.remove("Connection");
		return noms;
	}

	/** Its body without what differs from one case to the next. */
	private static String sansNoms(ClientBrut.Reponse reponse) {
		return NOMS.matcher(reponse.corps()).replaceAll("…");
	}

	private static String sansInstance(ClientBrut.Reponse reponse) {
		return INSTANCE.matcher(reponse.corps()).replaceAll("…");
	}

	@Test
	void no_list_shows_what_another_partner_opened() {
		Map<String, String> siens = new LinkedHashMap<>();
		for (DescriptionLue.Operation operation : this.description.operations()) {
			if (!operation.variables().isEmpty()) {
				String cible = this.lui.cible(operation);
				siens.put(cible, operation.chemin());
			}
		}
		List<String> valeurs = siens.keySet()
			.stream()
			.flatMap((cible) -> List.of(cible.split("/")).stream())
			.filter((segment) -> segment.matches(".*[0-9].*") && !segment.equals("v1"))
			.distinct()
			.toList();
		assertThat(valeurs).isNotEmpty();
		for (DescriptionLue.Operation operation : this.description.operations()) {
			if (operation.lit() && operation.variables().isEmpty()) {
				ClientBrut.Reponse sienne = this.lui.envoyer(this.lui.requete(operation));
				assertThat(valeurs).as(operation + " shows what is his").anyMatch(sienne.corps()::contains);
				this.cles.forEach((qui, cle) -> {
					String corps = this.autre
						.envoyer(this.lui.requete(operation)
							.avecEntetes(qui, "Authorization", List.of("Bearer " + cle), false))
						.corps();
					assertThat(valeurs).as(operation + " with a key of " + qui).noneMatch(corps::contains);
				});
			}
		}
	}

	@Test
	void a_list_shows_what_the_key_is_for() {
		DescriptionLue.Operation liste = operation("listerDossiers");
		DescriptionLue.Operation suivi = operation("suivreDossier");
		String reference = this.lui.cible(suivi).replaceAll(".*/", "");
		assertThat(this.lui.envoyer(this.lui.requete(liste)).corps()).contains(reference);
		autresPortees().forEach((qui,
				cle) -> assertThat(this.lui
					.envoyer(this.lui.requete(liste).avecEntetes(qui, "Authorization", List.of("Bearer " + cle), false))
					.corps()).as(qui).contains("\"total\":0").doesNotContain(reference));
	}

	@Test
	void what_staff_opened_is_seen_by_no_partner() {
		for (DescriptionLue.Operation operation : this.description.operations()) {
			if (operation.chemin().contains("{reference}")) {
				Requete requete = this.lui.requete(operation);
				this.jdbc.update("update dossier set partenaire = null where reference = ?",
						requete.cible().split("/")[4]);
				this.cles.forEach((qui, cle) -> assertInexistant(operation, requete, qui, cle));
				assertInexistant(operation, requete, "who was its partner", this.lui.cle());
			}
		}
	}

}
