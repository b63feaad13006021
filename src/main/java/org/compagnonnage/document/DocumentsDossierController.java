package org.compagnonnage.document;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the documents of a case for a person signed in to the web applications, and takes
 * the files that they add: the body is the file, its name is the parameter {@code nom}.
 */
@RestController
@RequestMapping("/camunda/api/dossiers/{reference}/documents")
class DocumentsDossierController {

	private final Documents documents;

	private final Dossiers dossiers;

	private final Depot depot;

	private final TypesFichiers types;

	private final DocumentSettings settings;

	private final DocumentAccess acces;

	private final NomsPartenaires partenaires;

	DocumentsDossierController(Documents documents, Dossiers dossiers, Depot depot, TypesFichiers types,
			DocumentSettings settings, DocumentAccess acces, NomsPartenaires partenaires) {
		this.documents = documents;
		this.dossiers = dossiers;
		this.depot = depot;
		this.types = types;
		this.settings = settings;
		this.acces = acces;
		this.partenaires = partenaires;
	}

	@GetMapping
	ResponseEntity<Liste> lister(@PathVariable String reference) {
		Dossier dossier = dossier(reference);
		List<Document> trouves = this.documents.duDossier(reference);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Liste(lignes(trouves), !dossier.estClos() && this.acces.participe(dossier), dossier.estClos(),
					this.settings.tailleMaximale().toBytes(), this.types.extensions()));
	}

	@PostMapping
	ResponseEntity<Ligne> deposer(@PathVariable String reference, HttpServletRequest requete) throws IOException {
		Dossier dossier = dossier(reference);
		if (!this.acces.participe(dossier)) {
			throw RefusDocument
				.interdit("Vous pouvez lire les documents de ce dossier, pas en ajouter : vous n’y avez pas de tâche.");
		}
		String type = (requete.getContentType() != null) ? requete.getContentType().toLowerCase(Locale.ROOT) : "";
		if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
			throw RefusDocument.fichier(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "type-refuse",
					"Envoyez le fichier tel quel, pas comme un formulaire.");
		}
		Document document = this.depot.deposer(dossier, requete.getParameter("nom"), requete.getContentLengthLong(),
				requete.getInputStream(), this.acces.personne());
		return ResponseEntity.created(URI.create("/camunda/api/documents/" + document.id()))
			.cacheControl(CacheControl.noStore())
			.body(lignes(List.of(document)).get(0));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refuser(RefusDocument refus) {
		return refus.reponse();
	}

	private Dossier dossier(String reference) {
		if (!this.acces.authentifie()) {
			throw RefusDocument.connexion();
		}
		return this.dossiers.trouver(reference)
			.filter(this.acces::peutVoir)
			.orElseThrow(RefusDocument::dossierIntrouvable);
	}

	private List<Ligne> lignes(List<Document> trouves) {
		Map<String, String> personnes = this.acces.noms(deposants(trouves, Deposant::personne));
		Map<String, String> comptes = this.partenaires.noms(deposants(trouves, Deposant::partenaire));
		return trouves.stream()
			.map((document) -> new Ligne(document.id(), document.nom(), document.type(), document.taille(),
					document.creeLe(), par(document.deposant(), personnes, comptes), document.modele() != null))
			.toList();
	}

	private static List<String> deposants(List<Document> trouves, Function<Deposant, String> compte) {
		return trouves.stream()
			.map(Document::deposant)
			.filter(Objects::nonNull)
			.map(compte)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private static String par(Deposant deposant, Map<String, String> personnes, Map<String, String> partenaires) {
		if (deposant == null) {
			return "l’application";
		}
		return (deposant.personne() != null)
				? personnes.getOrDefault(deposant.personne(), "une personne qui n’a plus de compte")
				: partenaires.getOrDefault(deposant.partenaire(), deposant.partenaire()) + " (partenaire)";
	}

	/**
	 * The documents of a case, and what may be added to them.
	 *
	 * @param depot whether this person may add a file
	 * @param clos whether the case is closed, so that nobody may
	 * @param tailleMaximale bytes of a file at most
	 * @param extensions endings of the files that are taken
	 */
	record Liste(List<Ligne> documents, boolean depot, boolean clos, long tailleMaximale, List<String> extensions) {
	}

	/**
	 * A document.
	 *
	 * @param taille bytes
	 * @param deposePar who brought it, as people call them
	 * @param modele whether it was made from a template
	 */
	record Ligne(String id, String nom, String type, long taille, Instant creeLe, String deposePar, boolean modele) {
	}

}
