package org.compagnonnage.abonnement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.compagnonnage.partner.Pages;
import org.compagnonnage.partner.Parametres;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.Refuse;
import org.compagnonnage.partner.SansCorps;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a partner try a subscription out, see what was sent to it and have it again. */
@RestController
@RequestMapping(path = "/api/v1/abonnements/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Abonnements", description = "Recevoir des webhooks quand vos dossiers avancent.")
class LivraisonsResource {

	private static final Pattern ID = Pattern.compile("msg_[0-9a-f]{32}");

	private static final String SUSPENDU = "Cet abonnement est suspendu, rien ne part : reprenez-le d'abord.";

	private static final String EN_ATTENTE = "Cette livraison attend encore : elle ne se rejoue qu'une fois terminée.";

	private static final String INTROUVABLE = "Aucune livraison de cet abonnement n'a cet identifiant.";

	private static final String EXEMPLE_ESSAI = """
			{
			  "id": "msg_3f1c1c0e6a527d1f5a449a0e4d528f0b",
			  "evenement": "abonnement.essai",
			  "etat": "en-attente",
			  "creeLe": "2026-11-21T09:30:00Z",
			  "tentatives": []
			}""";

	private static final String EXEMPLE_REJEU = """
			{
			  "id": "msg_3f1c1c0e6a527d1f5a449a0e4d528f0b",
			  "evenement": "dossier.clos",
			  "reference": "ADM-2026-000123",
			  "etat": "en-attente",
			  "creeLe": "2026-11-21T09:30:00Z",
			  "tentatives": [{"numero": 1, "le": "2026-11-21T09:30:01Z", "statut": 204, "dureeMs": 87}]
			}""";

	private static final String EXEMPLE_PAGE = """
			{
			  "elements": [
			    {
			      "id": "msg_3f1c1c0e6a527d1f5a449a0e4d528f0b",
			      "evenement": "dossier.clos",
			      "reference": "ADM-2026-000123",
			      "etat": "livree",
			      "creeLe": "2026-11-21T09:30:00Z",
			      "finieLe": "2026-11-21T09:30:06Z",
			      "tentatives": [
			        {"numero": 1, "le": "2026-11-21T09:30:01Z", "dureeMs": 3, "erreur": "connexion refusée"},
			        {"numero": 2, "le": "2026-11-21T09:30:06Z", "statut": 204, "dureeMs": 87}
			      ]
			    }
			  ],
			  "page": 0,
			  "taille": 50,
			  "total": 1
			}""";

	private final AbonnementsDuPartenaire siens;

	private final Livraisons livraisons;

	private final JournalLivraisons journal;

	private final Pages pages;

	LivraisonsResource(AbonnementsDuPartenaire siens, Livraisons livraisons, JournalLivraisons journal, Pages pages) {
		this.siens = siens;
		this.livraisons = livraisons;
		this.journal = journal;
		this.pages = pages;
	}

	@PostMapping("/essai")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "essayerAbonnement", summary = "Essayer un abonnement",
			description = "Envoie un événement « abonnement.essai » à votre adresse, signé et renvoyé comme les autres tant qu'il n'est pas accepté. "
					+ "Un essai qui attend encore repart aussitôt, sous le même identifiant. "
					+ "Le journal des livraisons dit ce qu'il devient. Un abonnement suspendu répond 409 (« abonnement-suspendu ») : "
					+ "reprenez-le d'abord. Votre clé doit porter les programmes et les périmètres de l'abonnement.")
	@ApiResponse(responseCode = "202", description = "L'événement part.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviLivraison.class),
					examples = @ExampleObject(name = "essai", summary = "Un essai qui part",
							description = "Un essai qui part", value = EXEMPLE_ESSAI)))
	@Refuse(type = TypeProbleme.ABONNEMENT_SUSPENDU, detail = SUSPENDU)
	SuiviLivraison essayer(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id,
			@Parameter(hidden = true) @RequestBody(required = false) SansCorps corps) {
		Abonnement abonnement = this.siens.couvert(partenaire, id);
		if (!abonnement.estActif()) {
			throw new ProblemeException(TypeProbleme.ABONNEMENT_SUSPENDU, SUSPENDU);
		}
		return SuiviLivraison.de(this.livraisons.essayer(abonnement));
	}

	@GetMapping("/livraisons")
	@Operation(operationId = "listerLivraisons", summary = "Lire le journal des livraisons",
			description = "Ce qui a été envoyé à votre adresse ou attend, tentative par tentative, le plus récent d'abord, par pages. "
					+ "Les pages voisines sont dans l'en-tête « Link » (rel=\"next\", rel=\"prev\"). "
					+ "Votre clé doit porter les programmes et les périmètres de l'abonnement.")
	@ApiResponse(responseCode = "200", description = "Une page du journal.",
			headers = @Header(name = "Link", description = "Pages suivante et précédente (RFC 8288).",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = PageLivraisons.class),
					examples = @ExampleObject(name = "page", summary = "Une page", description = "Une page",
							value = EXEMPLE_PAGE)))
	@Refuse(type = TypeProbleme.PORTEE_INSUFFISANTE, detail = "Cette clé n'est pas valable pour le périmètre « 45 ».")
	@Refuse(type = TypeProbleme.PARAMETRE_INVALIDE, detail = Parametres.A_CORRIGER, champ = "etat",
			message = "Valeur inconnue ; il y a : en-attente, livree, echouee.")
	ResponseEntity<PageLivraisons> lister(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id,
			@Parameter(description = "Cet état seulement.", example = "echouee",
					schema = @Schema(type = "string",
							allowableValues = { "en-attente", "livree", "echouee" })) @RequestParam(name = "etat",
									required = false) String etat,
			@Parameter(description = "Numéro de page, à partir de 0.", example = "0",
					schema = @Schema(type = "integer", minimum = "0", maximum = "1000000",
							defaultValue = "0")) @RequestParam(name = "page", required = false) String page,
			HttpServletRequest request) {
		Abonnement abonnement = this.siens.couvert(partenaire, id);
		Parametres parametres = new Parametres(request.getParameterMap(), "etat", "page");
		String voulu = parametres.lire("etat", Parametres.parmi(etats()));
		PageRequest numero = this.pages.page(parametres.page());
		parametres.verifier();
		Page<Livraison> trouvees = this.journal.lister(abonnement.id(),
				(voulu != null) ? Livraison.Etat.de(voulu) : null, numero);
		return this.pages.reponse(trouvees, SuiviLivraison::de, PageLivraisons::new);
	}

	private static List<String> etats() {
		return Arrays.stream(Livraison.Etat.values()).map(Livraison.Etat::code).toList();
	}

	@PostMapping("/livraisons/{livraison}/rejeu")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "rejouerLivraison", summary = "Rejouer une livraison",
			description = "Envoie de nouveau un événement livré ou échoué, avec le même « webhook-id » : vous reconnaissez ce que "
					+ "vous avez déjà reçu. Il part après ce qui attend pour le même dossier. Une livraison qui attend encore "
					+ "répond 409 (« livraison-en-attente »). Votre clé doit porter les programmes et les périmètres de l'abonnement.")
	@ApiResponse(responseCode = "202", description = "L'événement part de nouveau.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviLivraison.class),
					examples = @ExampleObject(name = "rejeu", summary = "Un rejeu qui part",
							description = "Un rejeu qui part", value = EXEMPLE_REJEU)))
	@Refuse(type = TypeProbleme.LIVRAISON_EN_ATTENTE, detail = EN_ATTENTE)
	SuiviLivraison rejouer(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id,
			@Parameter(description = "Identifiant de la livraison.",
					example = SuiviLivraison.EXEMPLE_ID) @PathVariable(name = "livraison") String livraison,
			@Parameter(hidden = true) @RequestBody(required = false) SansCorps corps) {
		Abonnement abonnement = this.siens.couvert(partenaire, id);
		if (!this.livraisons.rejouer(abonnement, trouver(abonnement, livraison))) {
			throw new ProblemeException(TypeProbleme.LIVRAISON_EN_ATTENTE, EN_ATTENTE);
		}
		return SuiviLivraison.de(trouver(abonnement, livraison));
	}

	private Livraison trouver(Abonnement abonnement, String livraison) {
		return Optional.of(livraison)
			.filter((valeur) -> ID.matcher(valeur).matches())
			.flatMap((valeur) -> this.journal.trouver(abonnement.id(), valeur))
			.orElseThrow(() -> new ProblemeException(TypeProbleme.INTROUVABLE, INTROUVABLE));
	}

}
