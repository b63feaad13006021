package org.compagnonnage.partner.epreuve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.partner.Partenaires;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A partner with what its requests name: for each variable of a path, and each field that
 * names a case, something new that exists.
 */
final class Reserve implements AutoCloseable {

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

	private static final AtomicInteger NUMEROS = new AtomicInteger();

	/**
	 * By path up to its variable: what makes a value, given that path with its values.
	 */
	private final Map<String, UnaryOperator<String>> variables = Map.of("/api/v1/dossiers/{reference}",
			(chemin) -> creer("/api/v1/admissions").path("reference").asText(), "/api/v1/abonnements/{id}",
			(chemin) -> creer("/api/v1/abonnements").path("id").asText(),
			"/api/v1/abonnements/{id}/livraisons/{livraison}", this::livraison);

	/** By field: what makes a value. */
	private final Map<String, Supplier<String>> champs = Map.of("missionOrigine", this::missionAchevee, "url",
			() -> "http://localhost:9/webhooks");

	private final List<DescriptionLue.Operation> operations;

	private final ClientBrut client;

	private final Partenaires partenaires;

	private final Organisation organisation;

	private final JdbcTemplate jdbc;

	private final String partenaire = "epreuve-" + NUMEROS.incrementAndGet();

	private final String cle;

	Reserve(DescriptionLue description, int port, Partenaires partenaires, Organisation organisation,
			JdbcTemplate jdbc) {
		this.operations = description.operations();
		this.client = new ClientBrut(port);
		this.partenaires = partenaires;
		this.organisation = organisation;
		this.jdbc = jdbc;
		partenaires.creer(this.partenaire, "Épreuve " + this.partenaire, "api@exemple.fr");
		this.cle = nouvelleCle(programmes(), organisation.perimetres()).cle();
	}

	String partenaire() {
		return this.partenaire;
	}

	String cle() {
		return this.cle;
	}

	List<String> programmes() {
		return this.organisation.programmes().stream().map(Organisation.Programme::programme).toList();
	}

	/** One more key of this partner. */
	Partenaires.CleDelivree nouvelleCle(List<String> programmes, List<String> perimetres) {
		return this.partenaires.delivrer(this.partenaire, programmes, perimetres, LocalDate.now().plusMonths(1));
	}

	/** A right request for an operation, which nothing used before. */
	Requete requete(DescriptionLue.Operation operation) {
		return MauvaisesRequetes.base(operation, this.cle, cible(operation), () -> corps(operation));
	}

	/** The path of an operation, with something new for each variable. */
	String cible(DescriptionLue.Operation operation) {
		StringBuilder cible = new StringBuilder();
		Matcher variable = VARIABLE.matcher(operation.chemin());
		while (variable.find()) {
			String jusquici = operation.chemin().substring(0, variable.end());
			UnaryOperator<String> valeur = this.variables.get(jusquici);
			assertThat(valeur).as("a value for %s: tell %s how to make one", jusquici, Reserve.class.getSimpleName())
				.isNotNull();
			variable.appendReplacement(cible, "");
			cible.append(valeur.apply(cible.toString()));
		}
		return variable.appendTail(cible).toString();
	}

	private byte[] corps(DescriptionLue.Operation operation) {
		JsonNode contenu = operation.corps().get("application/json");
		JsonNode exemple = contenu.path("examples").path(contenu.path("examples").fieldNames().next()).path("value");
		ObjectNode corps = exemple.deepCopy();
		this.champs.forEach((champ, valeur) -> {
			if (corps.has(champ)) {
				corps.put(champ, valeur.get());
			}
		});
		return corps.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** Creates what a collection holds, as its example says. */
	private JsonNode creer(String chemin) {
		return creer(this.operations.stream()
			.filter((operation) -> "POST".equals(operation.methode()) && operation.chemin().equals(chemin))
			.findFirst()
			.map(this::requete)
			.orElseThrow());
	}

	private JsonNode creer(Requete requete) {
		ClientBrut.Reponse reponse = envoyer(requete);
		assertThat(reponse.statut()).as(requete + " " + reponse.corps()).isIn(201, 202);
		return DescriptionLue.lire(reponse.corps());
	}

	/** A delivery that has arrived. */
	private String livraison(String chemin) {
		DescriptionLue.Operation essai = this.operations.stream()
			.filter((operation) -> operation.chemin().equals("/api/v1/abonnements/{id}/essai"))
			.findFirst()
			.orElseThrow();
		String id = creer(MauvaisesRequetes.base(essai, this.cle, chemin.replaceFirst("livraisons/$", "essai"),
				() -> new byte[0]))
			.path("id")
			.asText();
		this.jdbc.update("update livraison set etat = 'livree', fini_le = current_timestamp where id = ?", id);
		return id;
	}

	/**
	 * Cases of this partner that a body may name: an open one, a cancelled one of each
	 * programme, a finished mission.
	 */
	List<String> dossiers() {
		return Stream
			.of(Stream.of(creer("/api/v1/admissions").path("reference").asText()),
					programmes().stream().map((programme) -> clos("EPR", programme, "dossier-annule")),
					Stream.of(missionAchevee()))
			.flatMap((references) -> references)
			.toList();
	}

	private String missionAchevee() {
		return clos("MIS", "mission-compagnonnage", "mission-capitalisee");
	}

	/** A closed case of this partner, as the register keeps it. */
	private String clos(String prefixe, String programme, String issue) {
		String reference = "%s-2025-%06d".formatted(prefixe, NUMEROS.incrementAndGet());
		this.jdbc.update("""
				insert into dossier (reference, programme, perimetre, etat, issue, partenaire, ouvert_le, clos_le)
				values (?, ?, 'cma-hauts-de-france', 'close', ?, ?, current_timestamp, current_timestamp)""", reference,
				programme, issue, this.partenaire);
		return reference;
	}

	ClientBrut.Reponse envoyer(Requete requete) {
		try {
			return this.client.envoyer(requete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(requete.toString(), ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
