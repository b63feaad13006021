package org.compagnonnage.partner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a partner follow and withdraw the cases that it opened, whatever the programme.
 */
@RestController
@RequestMapping(path = "/api/v1/dossiers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dossiers", description = "Suivre et retirer les dossiers que vous avez ouverts.")
class DossiersResource {

	private static final String CLOS = "close";

	private static final String DEJA_CLOS = "Ce dossier est déjà clos.";

	private static final String DATE_IMPOSSIBLE = "Cette date n'est pas de la forme AAAA-MM-JJ.";

	private static final String EXEMPLE = """
			{
			  "reference": "ADM-2026-000123",
			  "programme": "admission-cae",
			  "etat": "close",
			  "issue": "cape-signe",
			  "ouvertLe": "2026-11-21T09:30:00Z",
			  "closLe": "2027-01-15T16:02:11Z",
			  "etapes": [
			    {"etape": "accueil", "depuis": "2026-11-21T09:30:00Z", "jusqua": "2026-11-24T14:10:00Z"},
			    {"etape": "diagnostic", "depuis": "2026-11-24T14:10:00Z", "jusqua": "2026-12-04T10:00:00Z"},
			    {"etape": "orientation", "depuis": "2026-12-04T10:00:00Z", "jusqua": "2026-12-05T08:45:00Z"},
			    {"etape": "contractualisation", "depuis": "2026-12-05T08:45:00Z", "jusqua": "2027-01-15T16:02:11Z"},
			    {"etape": "close", "depuis": "2027-01-15T16:02:11Z"}
			  ],
			  "url": "https://cooperative.example/api/v1/dossiers/ADM-2026-000123"
			}""";

	private static final String EXEMPLE_PAGE = """
			{
			  "elements": [
			    {
			      "reference": "ADM-2026-000123",
			      "programme": "admission-cae",
			      "etat": "diagnostic",
			      "ouvertLe": "2026-11-21T09:30:00Z",
			      "url": "https://cooperative.example/api/v1/dossiers/ADM-2026-000123"
			    }
			  ],
			  "page": 0,
			  "taille": 50,
			  "total": 1
			}""";

	private static final String EXEMPLE_RETRAIT = """
			{
			  "reference": "ADM-2026-000123",
			  "programme": "admission-cae",
			  "etat": "diagnostic",
			  "ouvertLe": "2026-11-21T09:30:00Z",
			  "etapes": [
			    {"etape": "accueil", "depuis": "2026-11-21T09:30:00Z", "jusqua": "2026-11-24T14:10:00Z"},
			    {"etape": "diagnostic", "depuis": "2026-11-24T14:10:00Z"}
			  ],
			  "url": "https://cooperative.example/api/v1/dossiers/ADM-2026-000123"
			}""";

	private static final String EXEMPLE_MOTIF = """
			{
			  "motif": "La personne a trouvé un emploi salarié."
			}""";

	private final Dossiers dossiers;

	private final DossiersDuPartenaire siens;

	private final Retraits retraits;

	private final List<ProgrammeSuivi> programmes;

	private final Pages pages;

	DossiersResource(Dossiers dossiers, DossiersDuPartenaire siens, Retraits retraits, List<ProgrammeSuivi> programmes,
			Pages pages) {
		this.dossiers = dossiers;
		this.siens = siens;
		this.retraits = retraits;
		this.programmes = programmes;
		this.pages = pages;
	}

	@GetMapping("/{reference}")
	@Operation(operationId = "suivreDossier", summary = "Suivre un dossier",
			description = "L'état du dossier et ses étapes. Un dossier ouvert par un autre partenaire répond 404, "
					+ "comme un des vôtres hors des programmes et des périmètres de la clé.")
	@ApiResponse(responseCode = "200", description = "Le dossier.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviDossier.class), examples = @ExampleObject(name = "clos",
							summary = "Un dossier clos", description = "Un dossier clos", value = EXEMPLE)))
	SuiviDossier suivre(@AuthenticationPrincipal Partenaire partenaire,
			@ReferenceDossier @PathVariable(name = "reference") String reference) {
		Dossier dossier = this.siens.exiger(partenaire, reference);
		return SuiviDossier.de(dossier, this.dossiers.etapes(dossier.reference()));
	}

	@GetMapping
	@Operation(operationId = "listerDossiers", summary = "Lister vos dossiers",
			description = "Les dossiers que vous avez ouverts, dans les programmes et les périmètres de la clé, les plus récents d'abord, par pages. "
					+ "Les pages voisines sont dans l'en-tête « Link » (rel=\"next\", rel=\"prev\").")
	@ApiResponse(responseCode = "200", description = "Une page de dossiers.",
			headers = @Header(name = "Link", description = "Pages suivante et précédente (RFC 8288).",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = PageDossiers.class),
					examples = @ExampleObject(name = "page", summary = "Une page", description = "Une page",
							value = EXEMPLE_PAGE)))
	@Refuse(type = TypeProbleme.PARAMETRE_INVALIDE, detail = Parametres.A_CORRIGER, champ = "depuis",
			message = DATE_IMPOSSIBLE)
	ResponseEntity<PageDossiers> lister(@AuthenticationPrincipal Partenaire partenaire,
			@Parameter(description = "Ce programme seulement.",
					example = "admission-cae") @RequestParam(name = "programme", required = false) String programme,
			@Parameter(description = "Cet état seulement.", example = "diagnostic") @RequestParam(name = "etat",
					required = false) String etat,
			@Parameter(description = "Ouverts ce jour-là ou après (AAAA-MM-JJ, heure de Paris).",
					example = "2026-01-01", schema = @Schema(type = "string", format = "date")) @RequestParam(
							name = "depuis", required = false) String depuis,
			@Parameter(description = "Numéro de page, à partir de 0.", example = "0",
					schema = @Schema(type = "integer", minimum = "0", maximum = "1000000",
							defaultValue = "0")) @RequestParam(name = "page", required = false) String page,
			HttpServletRequest request) {
		Filtre filtre = filtre(request.getParameterMap());
		Page<Dossier> trouves = this.dossiers.duPartenaire(partenaire.id(), partenaire.portee(filtre.programme()),
				filtre.etat(), filtre.depuis(), filtre.page().getPageNumber(), filtre.page().getPageSize());
		return this.pages.reponse(trouves, (dossier) -> SuiviDossier.de(dossier, null), PageDossiers::new);
	}

	@PostMapping(path = "/{reference}/retrait", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "retirerDossier", summary = "Retirer un dossier",
			description = "La personne ou la structure renonce : le dossier s'arrête, et se clôt quand nos lettres sont parties. "
					+ "Elles reprennent votre motif tel quel : pour une admission, la personne le lit ; pour les autres programmes, "
					+ "toutes les personnes engagées dans le dossier, dans la structure comme dans l'équipe. "
					+ "Un dossier déjà clos, ou dont le contrat est signé, répond 409 (« dossier-clos ») ; "
					+ "un dossier modifié au même moment répond 409 (« conflit ») : recommencez.")
	@ApiResponse(responseCode = "200", description = "Le dossier après le retrait.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SuiviDossier.class),
					examples = @ExampleObject(name = "retire", summary = "Un dossier dont les lettres vont partir",
							description = "Un dossier dont les lettres vont partir", value = EXEMPLE_RETRAIT)))
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = "motif", message = CorpsRequete.OBLIGATOIRE)
	@Refuse(type = TypeProbleme.DOSSIER_CLOS, detail = DEJA_CLOS)
	@Refuse(type = TypeProbleme.CONFLIT, detail = Retraits.CONFLIT, passager = true)
	SuiviDossier retirer(@AuthenticationPrincipal Partenaire partenaire,
			@ReferenceDossier @PathVariable(name = "reference") String reference,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(description = "Le motif du retrait.", required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeRetrait.class),
							examples = @ExampleObject(name = "retrait", summary = "Un motif", description = "Un motif",
									value = EXEMPLE_MOTIF))) @RequestBody DemandeRetrait demande) {
		Dossier dossier = this.siens.exiger(partenaire, reference);
		if (CLOS.equals(dossier.etat())) {
			throw new ProblemeException(TypeProbleme.DOSSIER_CLOS, DEJA_CLOS);
		}
		this.retraits.retirer(dossier, demande.motif().strip());
		return suivre(partenaire, reference);
	}

	private Filtre filtre(Map<String, String[]> valeurs) {
		Parametres parametres = new Parametres(valeurs, "programme", "etat", "depuis", "page");
		List<String> noms = this.programmes.stream().map(ProgrammeSuivi::programme).toList();
		List<String> etats = Stream
			.concat(this.programmes.stream().flatMap((suivi) -> suivi.etats().keySet().stream()), Stream.of(CLOS))
			.distinct()
			.toList();
		Filtre filtre = new Filtre(parametres.lire("programme", Parametres.parmi(noms)),
				parametres.lire("etat", Parametres.parmi(etats)), parametres.lire("depuis", DossiersResource::date),
				this.pages.page(parametres.page()));
		parametres.verifier();
		return filtre;
	}

	private static LocalDate date(String valeur) {
		try {
			LocalDate date = LocalDate.parse(valeur);
			if (date.getYear() >= 1900 && date.getYear() <= 9999) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// Refused below, like a date that no case can have.
		}
		throw new IllegalArgumentException(DATE_IMPOSSIBLE);
	}

	private record Filtre(String programme, String etat, LocalDate depuis, PageRequest page) {
	}

}
