package org.compagnonnage.partner.epreuve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import org.compagnonnage.partner.TypeProbleme;

/**
 * What is wrong with an answer: it must be no failure, a refusal where the description
 * forbids the request, what the description says of it, and a refusal must be an RFC 9457
 * problem in French that tells nothing of the inside.
 */
final class Jugement {

	private static final Set<String> MEMBRES = Set.of("type", "title", "status", "detail", "instance", "erreurs");

	private static final Pattern APPEL = Pattern
		.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private static final Pattern CHAMP = Pattern.compile("[\\p{L}\\p{N}_.\\-\\[\\] ()]{1,200}");

	private static final Pattern INTERIEUR = Pattern
		.compile("Exception|java\\.|org\\.(?!compagnonnage:)|com\\.fasterxml|SQL|\\bat [a-z]+\\.");

	private final Anglais anglais = new Anglais();

	private final DescriptionLue description;

	private final Map<String, JsonSchema> schemas = new HashMap<>();

	Jugement(DescriptionLue description) {
		this.description = description;
	}

	/** What must not be so, in sentences; empty when all is well. */
	synchronized List<String> reproches(Requete requete, ClientBrut.Reponse reponse) {
		List<String> reproches = new ArrayList<>();
		if (reponse.statut() >= 500) {
			reproches.add("it is a failure");
		}
		if (requete.refus() && reponse.statut() < 400) {
			reproches.add("the description forbids this request");
		}
		if (reponse.statut() >= 300 && reponse.statut() < 400) {
			reproches.add("it sends the caller elsewhere");
		}
		if (requete.decrite()) {
			decrite(requete, reponse, reproches);
		}
		if (reponse.statut() >= 400 && !"HEAD".equals(requete.methode())) {
			probleme(reponse, reproches);
		}
		return reproches;
	}

	private void decrite(Requete requete, ClientBrut.Reponse reponse, List<String> reproches) {
		JsonNode decrite = requete.operation().reponses().path(String.valueOf(reponse.statut()));
		if (decrite.isMissingNode()) {
			reproches.add("the description does not announce this status");
			return;
		}
		String type = reponse.entete("Content-Type").replaceAll(";.*", "");
		JsonNode schema = decrite.path("content").path(type).path("schema");
		if (!decrite.has("content")) {
			if (!reponse.corps().isEmpty()) {
				reproches.add("the description announces no body");
			}
		}
		else if (schema.isMissingNode()) {
			reproches.add("the description does not announce the type " + type);
		}
		else if (type.endsWith("json")) {
			lire(reponse).ifPresentOrElse(
					(corps) -> this.schemas
						.computeIfAbsent(schema.toString(), (cle) -> this.description.compile(schema))
						.validate(corps)
						.stream()
						.map(ValidationMessage::getMessage)
						.forEach((faute) -> reproches.add("the description announces another body: " + faute)),
					() -> reproches.add("its body is no JSON"));
		}
	}

	private void probleme(ClientBrut.Reponse reponse, List<String> reproches) {
		if (!reponse.entete("Content-Type").startsWith("application/problem+json")) {
			reproches.add("it is no problem but " + reponse.entete("Content-Type"));
			return;
		}
		Optional<JsonNode> lu = lire(reponse).filter(JsonNode::isObject);
		if (lu.isEmpty()) {
			reproches.add("the problem is no JSON object");
			return;
		}
		JsonNode probleme = lu.get();
		exiger(probleme.path("status").isInt() && probleme.path("status").asInt() == reponse.statut(),
				"its status is another", reproches);
		Optional<TypeProbleme> type = Arrays.stream(TypeProbleme.values())
			.filter((connu) -> connu.uri().equals(probleme.path("type").asText()))
			.findFirst();
		exiger(type.isPresent(), "its type is unknown", reproches);
		type.ifPresent((connu) -> {
			exiger(connu.statut().value() == reponse.statut(), "its type has another status", reproches);
			exiger(connu.titre().equals(probleme.path("title").asText()), "its type has another title", reproches);
		});
		exiger(APPEL.matcher(probleme.path("instance").asText()).matches(), "its instance names no call", reproches);
		sansAnglais(probleme.path("title"), reproches);
		francais(probleme.path("detail"), reproches);
		probleme.fieldNames()
			.forEachRemaining((membre) -> exiger(MEMBRES.contains(membre), "a member " + membre, reproches));
		if (probleme.has("erreurs")) {
			exiger(probleme.path("erreurs").isArray() && !probleme.path("erreurs").isEmpty(), "no list of errors",
					reproches);
			probleme.path("erreurs").forEach((erreur) -> {
				exiger(erreur.size() == 2 && CHAMP.matcher(erreur.path("champ").asText()).matches(),
						"an error without its field: " + erreur, reproches);
				francais(erreur.path("message"), reproches);
			});
		}
		exiger(!INTERIEUR.matcher(reponse.corps()).find(), "it tells of the inside", reproches);
	}

	private void francais(JsonNode texte, List<String> reproches) {
		sansAnglais(texte, reproches);
		exiger(Anglais.estFrancais(texte.asText()), "no French in: " + texte.asText(), reproches);
	}

	private void sansAnglais(JsonNode texte, List<String> reproches) {
		exiger(texte.isTextual() && !texte.asText().isBlank(), "a text is missing", reproches);
		Set<String> mots = this.anglais.dans(texte.asText());
		exiger(mots.isEmpty(), "English words " + mots + " in: " + texte.asText(), reproches);
	}

	private static Optional<JsonNode> lire(ClientBrut.Reponse reponse) {
		try {
			return Optional.of(DescriptionLue.lire(reponse.corps()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static void exiger(boolean vrai, String reproche, List<String> reproches) {
		if (!vrai) {
			reproches.add(reproche);
		}
	}

}
