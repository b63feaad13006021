package org.compagnonnage.abonnement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.compagnonnage.document.Ecriture;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Describes in OpenAPI what subscriptions send, and how long it is tried. */
@Configuration(proxyBeanMethods = false)
class WebhooksDescription {

	private static final String DOSSIER = "EvenementDossier";

	private static final String ESSAI = "EvenementEssai";

	private static final String PRESENTATION = """

			**Webhooks.** Un abonnement envoie chaque événement par un POST à votre adresse, selon la spécification \
			[Standard Webhooks](https://www.standardwebhooks.com) ; le corps et les en-têtes sont décrits sous « Webhooks », \
			après les opérations. Votre récepteur :

			- **vérifie** l'envoi avec une [bibliothèque](https://github.com/standard-webhooks/standard-webhooks) de la \
			spécification : `webhook-signature` est `v1,` suivi du HMAC-SHA256, en base64, des octets \
			`webhook-id.webhook-timestamp.corps` tels qu'ils arrivent, avec pour clé le secret sans `whsec_`, décodé de sa base64 ; \
			il refuse ce dont `webhook-timestamp` s'écarte de plus de cinq minutes de son heure ;
			- **répond** par un statut 2xx en moins de %1$s, et travaille ensuite ;
			- **reconnaît** à `webhook-id` ce qu'il a déjà reçu : un même événement peut arriver plusieurs fois, et les renvois \
			portent le même identifiant avec une date et une signature nouvelles.

			Les événements d'un même dossier arrivent l'un après l'autre, dans l'ordre : le suivant attend que le précédent soit \
			accepté. Sans réponse 2xx, un événement est envoyé de nouveau, à intervalles de plus en plus longs, pendant environ \
			%2$s. Ensuite, si votre adresse accepte les autres événements, celui-ci seul est abandonné (« echouee ») et vous pouvez le \
			rejouer ; sinon l'abonnement est suspendu, vous en êtes averti par courriel, et tous les événements attendent la reprise. \
			Une adresse lente à répondre reçoit la suite moins vite. Le journal des livraisons dit chaque tentative ; il garde une \
			livraison %3$s après sa fin.
			""";

	@Bean
	OpenApiCustomizer webhooks(AbonnementSettings settings, LivraisonSettings livraison, ObjectMapper json) {
		return (description) -> {
			description.getInfo()
				.setDescription(description.getInfo().getDescription()
						+ PRESENTATION.formatted(Ecriture.duree(settings.delaiTotal()),
								Ecriture.duree(environ(livraison)), Ecriture.duree(livraison.conservation())));
			decrire(description.getComponents());
			for (TypeEvenement type : TypeEvenement.values()) {
				description.addWebhooks(type.code(), new PathItem().post(reception(type, settings, json)));
			}
		};
	}

	/** Puts into what the operations say of subscriptions how long a secret is good. */
	@Bean
	OperationCustomizer dureesDesAbonnements(AbonnementSettings settings) {
		return (operation, methode) -> operation.description(StringUtils.replace(operation.getDescription(),
				"{ancien-secret}", Ecriture.duree(settings.validiteAncienSecret())));
	}

	private static Duration environ(LivraisonSettings livraison) {
		Duration attentes = livraison.reprises().stream().reduce(Duration.ZERO, Duration::plus);
		return (attentes.toMinutes() < 60) ? attentes : Duration.ofHours(Math.round(attentes.toMinutes() / 60.0));
	}

	private static void decrire(Components components) {
		decrire(components, DOSSIER, Message.EtatDossier.class, TypeEvenement.codesProposes());
		decrire(components, ESSAI, Message.Essai.class, List.of(TypeEvenement.ESSAI.code()));
	}

	/** The record that is written, with the types that bear these facts. */
	private static void decrire(Components components, String nom, Class<?> faits, List<String> types) {
		Schema<?> message = schema(Message.class);
		message.getProperties().get("type").setEnum(List.copyOf(types));
		message.addProperty("data", new JsonSchema().$ref("#/components/schemas/" + faits.getSimpleName()));
		components.addSchemas(nom, message).addSchemas(faits.getSimpleName(), schema(faits));
	}

	@SuppressWarnings("unchecked")
	private static Schema<Object> schema(Class<?> type) {
		return (Schema<Object>) ModelConverters.getInstance(true)
			.readAll(new AnnotatedType(type).resolveAsRef(false))
			.get(type.getSimpleName());
	}

	private static Operation reception(TypeEvenement type, AbonnementSettings settings, ObjectMapper json) {
		Exemple exemple = Exemple.de(type);
		return new Operation().operationId(exemple.operation())
			.addTagsItem("Abonnements")
			.summary(exemple.resume())
			.description(exemple.sens())
			.security(List.of())
			.parameters(entetes(exemple, json))
			.requestBody(new RequestBody().required(true)
				.description("L'événement, en JSON et en UTF-8.")
				.content(new Content().addMediaType("application/json",
						new MediaType()
							.schema(new JsonSchema()
								.$ref("#/components/schemas/" + ((type == TypeEvenement.ESSAI) ? ESSAI : DOSSIER)))
							.addExamples("evenement",
									new Example().summary(exemple.resume())
										.value(json.convertValue(exemple.message(), Map.class))))))
			.responses(new ApiResponses()
				.addApiResponse("2XX",
						new ApiResponse().description("L'événement est accepté. Le corps de la réponse n'est pas lu."))
				.addApiResponse("410", new ApiResponse().description(
						"Vous ne voulez plus rien recevoir : l'abonnement est suspendu aussitôt, jusqu'à ce que vous le repreniez."))
				.addApiResponse("default",
						new ApiResponse().description("Toute autre réponse, une redirection comprise, ou aucune en "
								+ Ecriture.duree(settings.delaiTotal())
								+ " : l'événement est envoyé de nouveau plus tard.")));
	}

	private static List<Parameter> entetes(Exemple exemple, ObjectMapper json) {
		long date = exemple.le().plusSeconds(1).getEpochSecond();
		return List.of(
				entete("webhook-id",
						"Identifiant de l'événement pour cet abonnement, le même à chaque tentative et à chaque rejeu.",
						texte().pattern("^msg_[0-9a-f]{32}$"), SuiviLivraison.EXEMPLE_ID),
				entete("webhook-timestamp", "Date de la tentative, en secondes depuis le 1er janvier 1970 (UTC).",
						new JsonSchema().types(Set.of("integer")).format("int64").minimum(BigDecimal.ZERO), date),
				entete("webhook-signature",
						"Signatures séparées par une espace, une par secret valable : une seule qui convient suffit. "
								+ "L'exemple signe le corps d'exemple, écrit sans espace ni retour à la ligne, avec le secret « "
								+ SuiviAbonnement.EXEMPLE_SECRET + " ».",
						texte().pattern("^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*$"),
						signature(exemple, date, json)));
	}

	private static Parameter entete(String nom, String description, Schema<?> schema, Object exemple) {
		return new HeaderParameter().name(nom).description(description).required(true).schema(schema).example(exemple);
	}

	private static String signature(Exemple exemple, long date, ObjectMapper json) {
		try {
			return new Webhook(SuiviAbonnement.EXEMPLE_SECRET).sign(SuiviLivraison.EXEMPLE_ID, date,
					json.writeValueAsString(exemple.message()));
		}
		catch (JsonProcessingException | EmptyWebhookSecretException | WebhookSigningException ex) {
			throw new IllegalStateException("Could not sign the example of " + exemple.operation(), ex);
		}
	}

	private static Schema<?> texte() {
		return new JsonSchema().types(Set.of("string"));
	}

	/** An event as the description shows it. */
	private record Exemple(String operation, String resume, String sens, Instant le, TypeEvenement type, Object faits) {

		static Exemple de(TypeEvenement type) {
			return switch (type) {
				case DOSSIER_CREE -> new Exemple("recevoirDossierCree", "Un dossier est ouvert",
						"Vous venez d'ouvrir ce dossier. Cet événement précède tous les autres du dossier.",
						Instant.parse("2026-11-21T09:30:00Z"), type, dossier("accueil", null));
				case DOSSIER_ETAT_CHANGE -> new Exemple("recevoirDossierEtatChange", "Un dossier change d'état",
						"Le dossier entre dans un autre état que « close » ; les états de chaque programme sont dits plus haut.",
						Instant.parse("2026-11-24T14:10:00Z"), type, dossier("diagnostic", null));
				case DOSSIER_CLOS -> new Exemple("recevoirDossierClos", "Un dossier est clos",
						"Le dossier est fini : « issue » dit comment. Cet événement est le dernier du dossier.",
						Instant.parse("2027-01-15T16:02:11Z"), type, dossier("close", "cape-signe"));
				case ESSAI -> new Exemple("recevoirEssai", "Vous essayez votre abonnement",
						"Envoyé à votre demande seulement, à cet abonnement seul, sans attendre les événements des dossiers.",
						Instant.parse("2026-11-21T09:30:00Z"), type, new Message.Essai(SuiviAbonnement.EXEMPLE_ID));
			};
		}

		Message message() {
			return new Message(this.type.code(), this.le.toString(), this.faits);
		}

		private static Message.EtatDossier dossier(String etat, String issue) {
			return new Message.EtatDossier("ADM-2026-000123", "admission-cae", etat, issue);
		}

	}

}
