package org.compagnonnage.partner;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.compagnonnage.document.Depot;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.compagnonnage.coordonnees.AdresseElectronique;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Describes in OpenAPI what all operations share: key, idempotency, limits, problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

	private static final String CLE = "cle";

	private static final String PROBLEME = "Probleme";

	private static final Erreur COURRIEL_IMPOSSIBLE = new Erreur("porteur.courriel",
			"Cette adresse électronique est impossible.");

	private static final Erreur FICHIER_VIDE = new Erreur(FormulaireRecu.FICHIER,
			"Ce fichier est vide : choisissez-en un autre.");

	private static final String PRESENTATION = """
			Orientez une personne vers la coopérative, demandez une mission, un programme ou un centre, puis suivez le \
			dossier ; abonnez-vous pour apprendre ce qui lui arrive sans le demander.

			**Authentification.** Chaque appel porte votre clé : `Authorization: Bearer <clé>`. Une clé vaut pour des \
			programmes et des périmètres (territoires, organisations), 18 mois au plus ; elle vous est montrée une seule fois.

			**Idempotence.** Envoyez avec chaque POST un en-tête `Idempotency-Key` de votre choix (1 à 255 caractères \
			ASCII imprimables, par exemple un UUID). La même requête envoyée de nouveau avec la même clé reçoit la \
			première réponse et n'ouvre pas de second dossier, même si les deux arrivent ensemble. La clé vaut pour \
			votre compte et l'adresse appelée ; la requête est comparée octet par octet, un formulaire par le nom et le \
			contenu de son fichier. Seules les réponses de succès sont gardées, %d jours : après un refus, corrigez et renvoyez avec la même clé.

			**Limites.** Par clé : %d appels par minute, %d d'affilée ; les en-têtes `RateLimit` et `RateLimit-Policy` \
			disent ce qui reste. Corps de requête : %d Kio au plus, en JSON et en UTF-8 ; fichier joint : %d Mio au plus. \
			Les champs inconnus sont refusés et aucune valeur n'est convertie. Les longueurs sont comptées en unités UTF-16.

			**Refus.** Tout refus est un problème `application/problem+json` (RFC 9457) en français : `type` ne change \
			jamais, `detail` explique, `erreurs` donne chaque champ à corriger, `instance` identifie l'appel si vous \
			nous écrivez.

			| `type` | statut | titre |
			|---|---|---|
			%s

			**États et issues.** `close` et `issue` ont le même sens dans tous les programmes.

			%s""";

	@Bean
	OpenAPI descriptionPartenaire(List<ProgrammeSuivi> programmes, PartnerSettings settings, Depot depot) {
		String types = Arrays.stream(TypeProbleme.values())
			.map((type) -> "| `" + type.uri() + "` | " + type.statut().value() + " | " + type.titre() + " |")
			.collect(Collectors.joining("\n"));
		String etats = programmes.stream().map(OpenApiDescription::etats).collect(Collectors.joining("\n"));
		return new OpenAPI()
			.info(new Info().title("API des partenaires")
				.version("1")
				.description(PRESENTATION.formatted(settings.conservationIdempotence().toDays(),
						settings.appelsParMinute(), settings.rafale(), settings.corpsMaximal().toKilobytes(),
						DataSize.ofBytes(depot.tailleMaximale()).toMegabytes(), types, etats)))
			.servers(List.of(new Server().url("/").description("Ce serveur")))
			.components(new Components().addSecuritySchemes(CLE,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("Votre clé de partenaire (RFC 6750).")))
			.addSecurityItem(new SecurityRequirement().addList(CLE));
	}

	/** What the constraints of a field say, in the words of JSON Schema. */
	@Bean
	PropertyCustomizer contraintes() {
		return (schema, type) -> {
			Annotation[] contraintes = Objects.requireNonNullElse(type.getCtxAnnotations(), new Annotation[0]);
			for (Annotation contrainte : contraintes) {
				if (contrainte instanceof Texte texte) {
					schema.maxLength(texte.max());
				}
				else if (contrainte instanceof Courriel) {
					schema.format("email").maxLength(AdresseElectronique.LONGUEUR_MAXIMALE);
				}
				else if (contrainte instanceof Telephone) {
					schema.maxLength(NumeroTelephone.ECRITURE_MAXIMALE);
				}
				else if (contrainte instanceof Jour) {
					schema.format("date");
				}
				else if (contrainte instanceof NotBlank) {
					schema.minLength(1).pattern("\\S");
				}
				else if (contrainte instanceof NotEmpty) {
					schema.minItems(1);
				}
			}
			return schema;
		};
	}

	@Bean
	OpenApiCustomizer partieCommune(PartnerSettings settings, Depot depot) {
		return (description) -> {
			description.getComponents().getSchemas().values().forEach(OpenApiDescription::facultatifs);
			// In an order that no class path changes.
			Paths triees = new Paths();
			new TreeMap<>(description.getPaths()).forEach(triees::addPathItem);
			description.setPaths(triees);
			ModelConverters.getInstance(true)
				.readAll(new AnnotatedType(Erreur.class).resolveAsRef(false))
				.forEach(description.getComponents()::addSchemas);
			description.getComponents().addSchemas(PROBLEME, probleme());
			description.getPaths()
				.forEach((chemin, adresse) -> adresse.readOperationsMap()
					.forEach((methode, operation) -> completer(chemin, methode, operation, settings, depot)));
		};
	}

	@Bean
	OperationCustomizer ouvertures(List<ProgrammeSuivi> programmes) {
		return (operation, methode) -> {
			OuvreDossier ouverture = methode.getMethodAnnotation(OuvreDossier.class);
			if (ouverture != null) {
				String etat = programmes.stream()
					.filter((programme) -> programme.programme().equals(ouverture.programme()))
					.flatMap((programme) -> programme.etats().keySet().stream())
					.findFirst()
					.orElseThrow();
				// What springdoc has read from the type of the answer, under its right
				// status.
				ApiResponse reponse = operation.getResponses().remove("200");
				operation.getResponses().addApiResponse("201", reponse.description("Le dossier est ouvert."));
				reponse.addHeaderObject("Location",
						new Header().description("Adresse où suivre le dossier.").schema(texte().format("uri")));
				reponse.getContent()
					.forEach((type, corps) -> corps.addExamples("ouvert",
							new Example().summary("Dossier ouvert").value(accuse(ouverture, etat))));
			}
			return operation;
		};
	}

	/** A field of a request that may be missing may be null. */
	private static void facultatifs(Schema<?> schema) {
		if (Boolean.FALSE.equals(schema.getAdditionalProperties())) {
			schema.getProperties().forEach((champ, valeur) -> {
				if (schema.getRequired() == null || !schema.getRequired().contains(champ)) {
					valeur.addType("null");
					if ("email".equals(valeur.getFormat())) {
						// Blank, it is missing.
						valeur.format(null).pattern("^\\s*$|^[^\\s@]+@[^\\s@]+$");
					}
				}
			});
		}
	}

	private static Map<String, Object> accuse(OuvreDossier ouverture, String etat) {
		Map<String, Object> accuse = new LinkedHashMap<>();
		accuse.put("reference", ouverture.exemple());
		accuse.put("programme", ouverture.programme());
		accuse.put("etat", etat);
		accuse.put("url", "https://cooperative.example/api/v1/dossiers/" + ouverture.exemple());
		return accuse;
	}

	private static String etats(ProgrammeSuivi programme) {
		return Stream
			.of(Stream.of("*" + programme.nom() + "* (`" + programme.programme() + "`), états :\n"),
					lignes(programme.etats()), Stream.of("- `close` : le dossier est clos", "\nIssues :\n"),
					lignes(programme.issues()))
			.flatMap((lignes) -> lignes)
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private static Stream<String> lignes(Map<String, String> sens) {
		return sens.entrySet().stream().map((mot) -> "- `" + mot.getKey() + "` : " + mot.getValue());
	}

	private static void completer(String chemin, PathItem.HttpMethod methode, Operation operation,
			PartnerSettings settings, Depot depot) {
		boolean post = methode == PathItem.HttpMethod.POST;
		Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parametre) -> "query".equals(parametre.getIn()))
			.forEach((parametre) -> parametre.setAllowEmptyValue(true));
		if (post) {
			operation.addParametersItem(new HeaderParameter().name("Idempotency-Key")
				.description("Identifiant de votre choix : la même requête renvoyée reçoit la même réponse.")
				.required(false)
				.schema(texte().minLength(1).maxLength(255).pattern(IdempotenceFilter.CLE.pattern()))
				.example("5f0c6a52-3c2e-4f0e-9d5c-1f2f6a7b8c9d"));
		}
		Map<TypeProbleme, String> problemes = new LinkedHashMap<>();
		problemes.put(TypeProbleme.CLE_ABSENTE, "Envoyez votre clé dans un seul en-tête « Authorization ».");
		problemes.put(TypeProbleme.CLE_REFUSEE, "Cette clé est révoquée.");
		problemes.put(TypeProbleme.FORMAT_NON_ACCEPTE, "Cette adresse répond en « application/json » seulement.");
		problemes.put(TypeProbleme.TROP_DE_REQUETES, "Recommencez dans 3 s.");
		problemes.put(TypeProbleme.ERREUR_INTERNE, "Rien n'a été enregistré.");
		problemes.put(TypeProbleme.INDISPONIBLE, "Recommencez dans une minute.");
		if (chemin.contains("{reference}")) {
			problemes.put(TypeProbleme.INTROUVABLE, "Aucun de vos dossiers n'a cette référence.");
		}
		else if (chemin.contains("{")) {
			problemes.put(TypeProbleme.INTROUVABLE, "Aucun de vos abonnements n'a cet identifiant.");
		}
		if (!post && aDesParametres(operation)) {
			problemes.put(TypeProbleme.PARAMETRE_INVALIDE, "Corrigez les paramètres de l'adresse.");
		}
		if (methode == PathItem.HttpMethod.DELETE || chemin.endsWith("/livraisons")) {
			problemes.put(TypeProbleme.PORTEE_INSUFFISANTE, "Cette clé n'est pas valable pour ce programme.");
		}
		if (post) {
			problemes.put(TypeProbleme.CORPS_ILLISIBLE, "Le champ « nom » figure deux fois.");
			problemes.put(TypeProbleme.CHAMP_INVALIDE, "Un champ est à corriger ; rien n'a été enregistré.");
			problemes.put(TypeProbleme.PARAMETRE_INVALIDE, "La clé d'idempotence est invalide.");
			if (!chemin.contains("{reference}")) {
				problemes.put(TypeProbleme.PORTEE_INSUFFISANTE,
						chemin.contains("/abonnements") ? "Cette clé n'est pas valable pour ce programme."
								: "Cette clé n'est pas valable pour le périmètre « 44 ».");
			}
			problemes.put(TypeProbleme.REQUETE_EN_COURS, "La première requête n'est pas terminée. Recommencez.");
			problemes.put(TypeProbleme.CORPS_TROP_VOLUMINEUX, CorpsFilter.tropVolumineux(settings).getMessage());
			problemes.put(TypeProbleme.FORMAT_NON_PRIS_EN_CHARGE, "Le corps de la requête doit être du JSON.");
			problemes.put(TypeProbleme.IDEMPOTENCE_INCOHERENTE, "Utilisez une nouvelle clé d'idempotence.");
		}
		boolean fichier = post && chemin.equals(DocumentsResource.ADRESSE);
		if (fichier) {
			problemes.put(TypeProbleme.CORPS_ILLISIBLE, FormulaireRecu.ILLISIBLE);
			problemes.put(TypeProbleme.CORPS_TROP_VOLUMINEUX, depot.tropGrand().getMessage());
			problemes.put(TypeProbleme.FORMAT_NON_PRIS_EN_CHARGE, "Ce type de fichier n'est pas accepté.");
		}
		if (fichier || chemin.endsWith("/retrait")) {
			problemes.put(TypeProbleme.DOSSIER_CLOS, "Ce dossier est déjà clos.");
			problemes.put(TypeProbleme.CONFLIT, "Ce dossier est modifié au même moment : recommencez.");
		}
		if (post && chemin.endsWith("/abonnements")) {
			problemes.put(TypeProbleme.TROP_D_ABONNEMENTS, "Vous avez déjà 10 abonnements : supprimez-en un.");
		}
		if (chemin.endsWith("/secret")) {
			problemes.put(TypeProbleme.TROP_DE_SECRETS,
					"5 secrets signent déjà : le prochain renouvellement sera possible le 22/11/2026 à 09:30.");
		}
		if (chemin.endsWith("/essai")) {
			problemes.put(TypeProbleme.ABONNEMENT_SUSPENDU, "Cet abonnement est suspendu : reprenez-le d'abord.");
		}
		if (chemin.endsWith("/rejeu")) {
			problemes.put(TypeProbleme.LIVRAISON_EN_ATTENTE, "Cette livraison attend encore.");
		}
		problemes.entrySet()
			.stream()
			.collect(Collectors.groupingBy((probleme) -> probleme.getKey().statut(), LinkedHashMap::new,
					Collectors.toList()))
			.forEach((statut, exemples) -> operation.getResponses()
				.addApiResponse(String.valueOf(statut.value()),
						reponse(statut, exemples, fichier ? FICHIER_VIDE : COURRIEL_IMPOSSIBLE)));
		trier(operation);
	}

	private static boolean aDesParametres(Operation operation) {
		return operation.getParameters() != null
				&& operation.getParameters().stream().anyMatch((parametre) -> "query".equals(parametre.getIn()));
	}

	private static void trier(Operation operation) {
		ApiResponses triees = new ApiResponses();
		new TreeMap<>(operation.getResponses()).forEach(triees::addApiResponse);
		operation.setResponses(triees);
	}

	private static ApiResponse reponse(HttpStatus statut, List<Map.Entry<TypeProbleme, String>> problemes,
			Erreur erreur) {
		MediaType corps = new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEME));
		problemes.forEach(
				(probleme) -> corps.addExamples(probleme.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
						new Example().summary(probleme.getKey().titre())
							.value(exemple(probleme.getKey(), probleme.getValue(), erreur))));
		ApiResponse reponse = new ApiResponse()
			.description(problemes.stream()
				.map((probleme) -> probleme.getKey().titre())
				.collect(Collectors.joining(" ; ", "", ".")))
			.content(new Content().addMediaType("application/problem+json", corps));
		switch (statut) {
			case UNAUTHORIZED -> entete(reponse, "WWW-Authenticate", "Défi de la RFC 6750.");
			case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
				entete(reponse, "Retry-After", "Secondes à attendre avant de recommencer.");
			default -> {
			}
		}
		return reponse;
	}

	private static void entete(ApiResponse reponse, String nom, String description) {
		reponse.addHeaderObject(nom, new Header().description(description).schema(texte()));
	}

	private static Map<String, Object> exemple(TypeProbleme type, String detail, Erreur erreur) {
		Map<String, Object> exemple = new LinkedHashMap<>();
		exemple.put("type", type.uri());
		exemple.put("title", type.titre());
		exemple.put("status", type.statut().value());
		exemple.put("detail", detail);
		exemple.put("instance", "urn:uuid:0a4e9a0c-7f0e-4a1b-8a51-3f2f1f6d9b11");
		if (type == TypeProbleme.CHAMP_INVALIDE) {
			exemple.put("erreurs", List.of(erreur));
		}
		return exemple;
	}

	private static Schema<?> probleme() {
		Schema<?> probleme = new JsonSchema().types(Set.of("object"))
			.description("Un refus (RFC 9457).")
			.addProperty("type", texte().format("uri").description("Nature du refus ; ne change jamais."))
			.addProperty("title", texte().description("Nature du refus, en clair."))
			.addProperty("status", new JsonSchema().types(Set.of("integer")).description("Statut HTTP."))
			.addProperty("detail", texte().description("Ce qui s'est passé et ce que vous pouvez faire."))
			.addProperty("instance", texte().format("uri").description("Identifiant de cet appel."))
			.addProperty("erreurs",
					new JsonSchema().types(Set.of("array"))
						.items(new JsonSchema().$ref("#/components/schemas/Erreur"))
						.description("Chaque champ à corriger."));
		probleme.setRequired(List.of("type", "title", "status", "detail", "instance"));
		return probleme;
	}

	private static Schema<?> texte() {
		return new JsonSchema().types(Set.of("string"));
	}

}
