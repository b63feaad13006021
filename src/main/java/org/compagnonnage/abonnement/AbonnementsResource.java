package org.compagnonnage.abonnement;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.partner.Erreur;
import org.compagnonnage.partner.Parametres;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.ProgrammeSuivi;
import org.compagnonnage.partner.Refuse;
import org.compagnonnage.partner.SansCorps;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lets a partner subscribe to what happens to its cases. */
@RestController
@RequestMapping(path = "/api/v1/abonnements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Abonnements", description = "Recevoir des webhooks quand vos dossiers avancent.")
class AbonnementsResource {

	private static final String EXEMPLE_DEMANDE = """
			{
			  "url": "https://partenaire.example/compagnonnage",
			  "evenements": ["dossier.cree", "dossier.clos"],
			  "programmes": ["admission-cae"]
			}""";

	private static final String DEBUT = """
			"id": "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52",
			"url": "https://partenaire.example/compagnonnage",
			"evenements": ["dossier.cree", "dossier.clos"],
			"programmes": ["admission-cae"],
			"perimetres": ["37", "45"],
			"etat": "actif",
			"creeLe": "2026-11-21T09:30:00Z\"""";

	private static final String EXEMPLE = "{\n" + DEBUT + "\n}";

	private static final String EXEMPLE_SECRET = "{\n" + DEBUT + ",\n  \"secret\": \"" + SuiviAbonnement.EXEMPLE_SECRET
			+ "\"\n}";

	private static final String EXEMPLE_LISTE = "{\"elements\": [" + EXEMPLE + "]}";

	private final Abonnements abonnements;

	private final AbonnementsDuPartenaire siens;

	private final Livraisons livraisons;

	private final Cibles cibles;

	private final List<ProgrammeSuivi> programmes;

	AbonnementsResource(Abonnements abonnements, AbonnementsDuPartenaire siens, Livraisons livraisons, Cibles cibles,
			List<ProgrammeSuivi> programmes) {
		this.abonnements = abonnements;
		this.siens = siens;
		this.livraisons = livraisons;
		this.cibles = cibles;
		this.programmes = programmes;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "creerAbonnement", summary = "S'abonner",
			description = "Les événements choisis de vos dossiers sont envoyés à votre adresse selon la spécification "
					+ "Standard Webhooks (en-têtes « webhook-id », « webhook-timestamp » et « webhook-signature », HMAC-SHA256). "
					+ "La réponse porte le secret qui les signe, une seule fois. L'adresse est en https et joignable depuis "
					+ "Internet ; les redirections ne sont pas suivies. Ce que votre récepteur reçoit et doit répondre est dit sous "
					+ "« Webhooks ». Votre clé doit porter les programmes demandés ; "
					+ "vous apprenez ce qui arrive aux dossiers de ses périmètres, tant qu'une de vos clés valables les porte.")
	@ApiResponse(responseCode = "201", description = "L'abonnement, avec son secret.",
			headers = @Header(name = "Location", description = "Adresse de l'abonnement.",
					schema = @Schema(type = "string", format = "uri")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviAbonnement.class),
					examples = @ExampleObject(name = "cree", summary = "Abonnement créé",
							description = "Abonnement créé", value = EXEMPLE_SECRET)))
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = "url", message = Cibles.SANS_HTTPS)
	@Refuse(type = TypeProbleme.TROP_D_ABONNEMENTS, detail = "Vous avez déjà ${compagnonnage.abonnement.maximum} "
			+ "abonnements, le plus qu'il puisse y en avoir : supprimez-en un.")
	ResponseEntity<SuiviAbonnement> creer(@AuthenticationPrincipal Partenaire partenaire,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					description = "Ce que vous voulez apprendre, et à quelle adresse.", required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeAbonnement.class),
							examples = @ExampleObject(name = "demande", summary = "Ouvertures et clôtures d'admissions",
									description = "Ouvertures et clôtures d'admissions",
									value = EXEMPLE_DEMANDE))) @RequestBody DemandeAbonnement demande) {
		List<Erreur> erreurs = new ArrayList<>();
		parmi("evenements", demande.evenements(), TypeEvenement.codesProposes(), erreurs);
		parmi("programmes", demande.programmes(), this.programmes.stream().map(ProgrammeSuivi::programme).toList(),
				erreurs);
		this.cibles.refus(demande.url()).ifPresent((refus) -> erreurs.add(new Erreur("url", refus)));
		ProblemeException.refuser(erreurs);
		demande.programmes().forEach(partenaire::exiger);
		AbonnementCree cree = this.abonnements.creer(partenaire.id(), partenaire.territoires(), demande);
		URI adresse = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/api/v1/abonnements/{id}")
			.build(cree.abonnement().id());
		return ResponseEntity.created(adresse)
			.contentType(MediaType.APPLICATION_JSON)
			.body(SuiviAbonnement.de(cree.abonnement(), cree.secret()));
	}

	@GetMapping
	@Operation(operationId = "listerAbonnements", summary = "Lister vos abonnements",
			description = "Tous vos abonnements, les plus anciens d'abord, sans leurs secrets, quels que soient les périmètres de votre clé.")
	@ApiResponse(responseCode = "200", description = "Vos abonnements.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = ListeAbonnements.class), examples = @ExampleObject(name = "liste",
							summary = "Un abonnement", description = "Un abonnement", value = EXEMPLE_LISTE)))
	ListeAbonnements lister(@AuthenticationPrincipal Partenaire partenaire) {
		return new ListeAbonnements(this.abonnements.duPartenaire(partenaire.id())
			.stream()
			.map((abonnement) -> SuiviAbonnement.de(abonnement, null))
			.toList());
	}

	@GetMapping("/{id}")
	@Operation(operationId = "lireAbonnement", summary = "Lire un abonnement",
			description = "Un abonnement sans son secret. Celui d'un autre partenaire répond 404.")
	@ApiResponse(responseCode = "200", description = "L'abonnement.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviAbonnement.class), examples = @ExampleObject(name = "actif",
							summary = "Un abonnement actif", description = "Un abonnement actif", value = EXEMPLE)))
	SuiviAbonnement lire(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id) {
		return SuiviAbonnement.de(this.siens.visible(partenaire, id), null);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "supprimerAbonnement", summary = "Se désabonner",
			description = "Plus rien n'est envoyé, et le journal des envois de cet abonnement est effacé. "
					+ "Toute clé valable de votre compte le peut : un abonnement que personne ne veut plus s'arrête toujours.")
	@ApiResponse(responseCode = "204", description = "L'abonnement n'existe plus.")
	void supprimer(@AuthenticationPrincipal Partenaire partenaire, @IdAbonnement @PathVariable(name = "id") String id) {
		this.livraisons.supprimer(this.siens.visible(partenaire, id).id());
	}

	@PostMapping("/{id}/secret")
	@Operation(operationId = "renouvelerSecret", summary = "Renouveler le secret",
			description = "Donne un nouveau secret, montré cette seule fois. L'ancien signe encore pendant {ancien-secret} à côté du "
					+ "nouveau : chaque envoi porte alors les deux signatures, et vous changez de secret sans rien perdre. "
					+ "Renouvelé encore entre-temps, chaque ancien secret garde son délai ; cinq signent au plus (409, « trop-de-secrets »). "
					+ "Votre clé doit porter les programmes et les périmètres de l'abonnement.")
	@ApiResponse(responseCode = "200", description = "L'abonnement, avec son nouveau secret.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviAbonnement.class),
					examples = @ExampleObject(name = "renouvele", summary = "Secret renouvelé",
							description = "Secret renouvelé", value = EXEMPLE_SECRET)))
	@Refuse(type = TypeProbleme.TROP_DE_SECRETS, passager = true,
			detail = "5 secrets signent déjà les envois de cet abonnement, le plus qu'il puisse y en avoir : "
					+ "le prochain renouvellement sera possible le 22/11/2026 à 09:30.")
	SuiviAbonnement renouvelerSecret(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id,
			@Parameter(hidden = true) @RequestBody(required = false) SansCorps corps) {
		Abonnement abonnement = this.siens.couvert(partenaire, id);
		return SuiviAbonnement.de(abonnement, this.abonnements.renouvelerSecret(id));
	}

	@PostMapping("/{id}/reprise")
	@Operation(operationId = "reprendreAbonnement", summary = "Reprendre un abonnement suspendu",
			description = "Les envois reprennent, avec ce qui attendait. Sans effet sur un abonnement actif. "
					+ "Votre clé doit porter les programmes et les périmètres de l'abonnement.")
	@ApiResponse(responseCode = "200", description = "L'abonnement, actif.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviAbonnement.class), examples = @ExampleObject(name = "actif",
							summary = "Un abonnement actif", description = "Un abonnement actif", value = EXEMPLE)))
	SuiviAbonnement reprendre(@AuthenticationPrincipal Partenaire partenaire,
			@IdAbonnement @PathVariable(name = "id") String id,
			@Parameter(hidden = true) @RequestBody(required = false) SansCorps corps) {
		this.livraisons.reprendre(this.siens.couvert(partenaire, id).id());
		return lire(partenaire, id);
	}

	private static void parmi(String champ, List<String> valeurs, List<String> connues, List<Erreur> erreurs) {
		Set<String> vues = new HashSet<>();
		for (int rang = 0; rang < valeurs.size(); rang++) {
			String valeur = valeurs.get(rang);
			String ligne = champ + '[' + rang + ']';
			Parametres.refus(valeur, connues)
				.or(() -> vues.add(valeur) ? Optional.empty() : Optional.of("Cette valeur figure déjà dans la liste."))
				.ifPresent((refus) -> erreurs.add(new Erreur(ligne, refus)));
		}
	}

}
