package org.compagnonnage.partner;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.compagnonnage.coordonnees.AdresseElectronique;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.compagnonnage.document.Depot;
import org.compagnonnage.document.Ecriture;
import org.compagnonnage.document.RefusDocument;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Describes in OpenAPI what all operations share: key, idempotency, limits, problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

	private static final String CLE = "cle";

	private static final String PROBLEME = "Probleme";

	/** The call that all examples of refusals name. */
	private static final UUID APPEL = UUID.fromString("0a4e9a0c-7f0e-4a1b-8a51-3f2f1f6d9b11");

	/** The programme of all examples that name one. */
	private static final String PROGRAMME = "admission-cae";

	/** Answers that are given before the calls of a key are counted, or instead. */
	private static final Set<String> NON_COMPTEES = Set.of("401", "500", "503");

	private static final String PRESENTATION = """
			Orientez une personne vers la coopérative, demandez une mission, un programme ou un centre, puis suivez le \
			dossier ; abonnez-vous pour apprendre ce qui lui arrive sans le demander.

			**Authentification.** Chaque appel porte votre clé : `Authorization: Bearer <clé>`. Une clé vaut pour des \
			programmes et des périmètres (territoires, organisations), %d mois au plus ; elle vous est montrée une seule fois.

			**Idempotence.** Envoyez avec chaque POST un en-tête `Idempotency-Key` de votre choix (1 à 255 caractères \
			ASCII imprimables, par exemple un UUID). La même requête envoyée de nouveau avec la même clé reçoit la \
			première réponse et n'ouvre pas de second dossier, même si les deux arrivent ensemble. La clé vaut pour \
			votre compte et l'adresse appelée ; la requête est comparée octet par octet, un formulaire par le nom et le \
			contenu de son fichier. Seules les réponses de succès sont gardées, %s : après un refus, corrigez et renvoyez avec la même clé.

			**Limites.** Par clé : %d appels par minute, %d d'affilée ; les en-têtes `RateLimit` et `RateLimit-Policy` \
			disent ce qui reste. Corps de requête : %s au plus, en JSON et en UTF-8 ; fichier joint : %s au plus. \
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
				.description(PRESENTATION.formatted(Partenaires.MOIS_DE_VALIDITE,
						Ecriture.duree(settings.conservationIdempotence()), settings.appelsParMinute(),
						settings.rafale(), Ecriture.taille(settings.corpsMaximal().toBytes()),
						Ecriture.taille(depot.tailleMaximale()), types, etats)))
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
	OpenApiCustomizer partieCommune(PartnerSettings settings) {
		return (description) -> {
			description.getComponents().getSchemas().values().forEach(OpenApiDescription::facultatifs);
			// In an order that no class path changes.
			Paths triees = new Paths();
			new TreeMap<>(description.getPaths()).forEach(triees::addPathItem);
			description.setPaths(triees);
			ModelConverters.getInstance(true)
				.readAll(new AnnotatedType(Erreur.class).resolveAsRef(false))
				.forEach(description.getComponents()::addSchemas);
			description.getComponents()
				.addSchemas(PROBLEME, probleme())
				.addHeaders(DebitFilter.RESTE,
						entete("Appels qui restent à la clé (r), et secondes jusqu'à ce qu'elle les ait tous (t).")
							.example(DebitFilter.reste(settings.rafale() - 1, 1)))
				.addHeaders(DebitFilter.POLITIQUE, entete("Appels permis à la clé (q) : en w secondes, et d'affilée.")
					.example(DebitFilter.politique(settings)));
			description.getPaths()
				.values()
				.forEach((adresse) -> adresse.readOperationsMap()
					.forEach((verbe, operation) -> finir(operation, verbe == PathItem.HttpMethod.POST)));
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

	@Bean
	OperationCustomizer refus(PartnerSettings settings, Depot depot, Environment environment) {
		return (operation, methode) -> {
			Map<TypeProbleme, ProblemeException> refus = new LinkedHashMap<>();
			Stream
				.of(refusDeToutes(settings), refusDe(operation, methode, settings, depot),
						annonces(methode, environment))
				.flatMap((liste) -> liste)
				.forEach((probleme) -> refus.put(probleme.type(), probleme));
			refus.values()
				.stream()
				.collect(Collectors.groupingBy((probleme) -> probleme.type().statut(), TreeMap::new,
						Collectors.toList()))
				.forEach((statut, problemes) -> operation.getResponses()
					.addApiResponse(String.valueOf(statut.value()), reponse(problemes)));
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

	private static Stream<ProblemeException> refusDeToutes(PartnerSettings settings) {
		return Stream.of(CleFilter.absente(), CleFilter.revoquee(), ProblemeResolver.formatNonAccepte(),
				DebitFilter.tropDeRequetes(settings, 3), ProblemeWriter.erreurInterne(), ProblemeWriter.indisponible());
	}

	private static Stream<ProblemeException> refusDe(Operation operation, HandlerMethod methode,
			PartnerSettings settings, Depot depot) {
		Set<RequestMethod> verbes = Set
			.of(AnnotatedElementUtils.findMergedAnnotation(methode.getMethod(), RequestMapping.class).method());
		OuvreDossier ouverture = methode.getMethodAnnotation(OuvreDossier.class);
		List<ProblemeException> refus = new ArrayList<>();
		boolean dossier = Stream.of(methode.getMethodParameters())
			.anyMatch((parametre) -> parametre.hasParameterAnnotation(ReferenceDossier.class));
		// A case out of the scope of a key is not there for it, and any key ends what is
		// told.
		if (verbes.contains(RequestMethod.POST) && !dossier) {
			refus.add(Partenaire.horsPortee((ouverture != null) ? ouverture.programme() : PROGRAMME));
		}
		if (verbes.contains(RequestMethod.POST)) {
			boolean formulaire = operation.getRequestBody() != null && operation.getRequestBody()
				.getContent()
				.containsKey(org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE);
			refus.addAll(List.of(IdempotenceFilter.cleInvalide(), IdempotenceFilter.enCours(),
					IdempotenceFilter.incoherente(), ProblemeResolver.formatRefuse(formulaire)));
			refus.addAll(formulaire
					? List.of(new ProblemeException(TypeProbleme.CORPS_ILLISIBLE, FormulaireRecu.ILLISIBLE),
							ProblemeException.de(Depot.vide()), ProblemeException.de(depot.tropGrand()),
							ProblemeException.de(Depot.clos()), ProblemeException.de(RefusDocument.modifie()))
					: List.of(CorpsJsonConverter.pasDuJson(3, 12), CorpsFilter.tropVolumineux(settings),
							unChamp(new Erreur("priorite", CorpsRequete.INATTENDU))));
		}
		return refus.stream();
	}

	/** What an operation says that it refuses, and what its parameters say. */
	private static Stream<ProblemeException> annonces(HandlerMethod methode, Environment environment) {
		return Stream
			.concat(MergedAnnotations.from(methode.getMethod()).stream(Refuse.class),
					Stream.of(methode.getMethodParameters())
						.flatMap((parametre) -> MergedAnnotations.from(parametre.getParameterAnnotations())
							.stream(Refuse.class)))
			.map(MergedAnnotation::synthesize)
			.map((refuse) -> annonce(refuse, environment));
	}

	private static ProblemeException annonce(Refuse refuse, Environment environment) {
		if (refuse.type() == TypeProbleme.PORTEE_INSUFFISANTE) {
			return Partenaire.porteeInsuffisante(refuse.detail());
		}
		Erreur erreur = new Erreur(refuse.champ(), refuse.message());
		ProblemeException probleme = refuse.detail().isEmpty() ? unChamp(erreur)
				: new ProblemeException(refuse.type(), environment.resolveRequiredPlaceholders(refuse.detail()),
						refuse.champ().isEmpty() ? List.of() : List.of(erreur));
		return refuse.passager() ? probleme.avec(HttpHeaders.RETRY_AFTER, "1") : probleme;
	}

	private static ProblemeException unChamp(Erreur erreur) {
		return ProblemeException.champs(List.of(erreur));
	}

	/** Completes an operation by what does not depend on it, in a fixed order. */
	private static void finir(Operation operation, boolean post) {
		Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parametre) -> "query".equals(parametre.getIn()))
			.forEach((parametre) -> parametre.setAllowEmptyValue(true));
		if (post) {
			operation.addParametersItem(new HeaderParameter().name(IdempotenceFilter.ENTETE)
				.description("Identifiant de votre choix : la même requête renvoyée reçoit la même réponse.")
				.required(false)
				.schema(texte().minLength(1).maxLength(255).pattern(IdempotenceFilter.CLE.pattern()))
				.example("5f0c6a52-3c2e-4f0e-9d5c-1f2f6a7b8c9d"));
		}
		ApiResponses triees = new ApiResponses();
		new TreeMap<>(operation.getResponses()).forEach((statut, reponse) -> {
			if (!NON_COMPTEES.contains(statut)) {
				Stream.of(DebitFilter.RESTE, DebitFilter.POLITIQUE)
					.forEach((nom) -> reponse.addHeaderObject(nom, new Header().$ref("#/components/headers/" + nom)));
			}
			triees.addApiResponse(statut, reponse);
		});
		operation.setResponses(triees);
	}

	private static ApiResponse reponse(List<ProblemeException> problemes) {
		MediaType corps = new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEME));
		problemes
			.forEach((probleme) -> corps.addExamples(probleme.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
					new Example().summary(probleme.type().titre()).value(ProblemeWriter.corps(probleme, APPEL))));
		ApiResponse reponse = new ApiResponse()
			.description(problemes.stream()
				.map((probleme) -> probleme.type().titre())
				.collect(Collectors.joining(" ; ", "", ".")))
			.content(new Content().addMediaType("application/problem+json", corps));
		problemes.stream()
			.flatMap((probleme) -> probleme.entetes().keySet().stream())
			.distinct()
			.forEach((nom) -> reponse.addHeaderObject(nom, entete(nom, problemes)));
		return reponse;
	}

	private static Header entete(String nom, List<ProblemeException> problemes) {
		return switch (nom) {
			case HttpHeaders.RETRY_AFTER -> new Header()
				.description("Secondes à attendre avant de recommencer"
						+ (problemes.stream().allMatch((probleme) -> probleme.entetes().containsKey(nom)) ? "."
								: " ; absent quand recommencer ne sert à rien."))
				.schema(new JsonSchema().types(Set.of("integer")).minimum(BigDecimal.ONE));
			case HttpHeaders.WWW_AUTHENTICATE -> entete("Défi de la RFC 6750.");
			case HttpHeaders.ACCEPT -> entete("Format attendu.");
			default -> throw new IllegalStateException("Nothing is said of the header " + nom);
		};
	}

	private static Header entete(String description) {
		return new Header().description(description).schema(texte());
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
