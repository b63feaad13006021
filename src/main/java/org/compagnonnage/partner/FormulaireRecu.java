package org.compagnonnage.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;
import org.compagnonnage.document.Depot;
import org.compagnonnage.document.NomFichier;
import org.compagnonnage.document.Reception;
import org.compagnonnage.document.RefusDocument;

import org.springframework.web.util.WebUtils;

/**
 * A form with a file (multipart/form-data, RFC 7578) that has arrived: read once and part
 * by part, the file on disk. Sent again it has another boundary, so that what is compared
 * are its parts.
 */
final class FormulaireRecu extends CorpsRecu implements AutoCloseable {

	/** The part that is the file. */
	static final String FICHIER = "fichier";

	static final String ILLISIBLE = "Le corps de la requête n'est pas un formulaire « multipart/form-data » entier.";

	/** Bytes that a form may have besides its file. */
	private static final int AUTOUR = 128 * 1024;

	/** Who sends more parts does not send one file. */
	private static final int PARTIES = 10;

	/** The name of a file, in UTF-8, with room. */
	private static final int ENTETES = 8 * 1024;

	private static final Pattern NOM_MONTRABLE = Pattern.compile("[\\p{L}\\p{N}_.\\-]{1,64}");

	private final StringBuilder parties = new StringBuilder();

	private final List<Erreur> erreurs = new ArrayList<>();

	private String nom;

	private Reception reception;

	private FormulaireRecu(HttpServletRequest request) {
		super(request);
	}

	/**
	 * Receives a form.
	 * @throws ProblemeException when it is too large, or no such form
	 */
	static FormulaireRecu de(HttpServletRequest request, Depot depot) throws IOException {
		FormulaireRecu formulaire = new FormulaireRecu(request);
		try {
			formulaire.lire(depot);
			return formulaire;
		}
		catch (RefusDocument ex) {
			formulaire.close();
			throw ProblemeException.de(ex);
		}
		catch (FileUploadException | IOException ex) {
			formulaire.close();
			throw (ex.getCause() instanceof FileUploadBase.SizeLimitExceededException taille
					&& taille.getPermittedSize() > ENTETES) ? ProblemeException.de(depot.tropGrand())
							: new ProblemeException(TypeProbleme.CORPS_ILLISIBLE, ILLISIBLE);
		}
		catch (RuntimeException ex) {
			formulaire.close();
			throw ex;
		}
	}

	/** The form that a request brought. */
	static FormulaireRecu de(HttpServletRequest request) {
		return WebUtils.getNativeRequest(request, FormulaireRecu.class);
	}

	private void lire(Depot depot) throws IOException, FileUploadException {
		FileUpload lecture = new FileUpload();
		lecture.setHeaderEncoding(StandardCharsets.UTF_8.name());
		lecture.setPartHeaderSizeMax(ENTETES);
		// As much again of a file that is too large is read and forgotten.
		lecture.setSizeMax(2 * depot.tailleMaximale() + AUTOUR);
		FileItemIterator recues = lecture.getItemIterator(new Corps(this));
		for (int nombre = 0; recues.hasNext(); nombre++) {
			if (nombre == PARTIES) {
				throw new ProblemeException(TypeProbleme.CORPS_ILLISIBLE,
						"Le formulaire a trop de parties : envoyez la seule partie « " + FICHIER + " ».");
			}
			FileItemStream partie = recues.next();
			DigestInputStream contenu = new DigestInputStream(partie.openStream(), Empreinte.sha256());
			recevoir(partie, contenu, depot);
			this.parties.append(Empreinte.de(partie.getFieldName()))
				.append(Empreinte.de(String.valueOf(nom(partie))))
				.append(HexFormat.of().formatHex(contenu.getMessageDigest().digest()));
		}
		if (this.reception == null && this.erreurs.isEmpty()) {
			refuser(FICHIER, CorpsRequete.OBLIGATOIRE);
		}
	}

	private void recevoir(FileItemStream partie, InputStream contenu, Depot depot) throws IOException {
		String champ = partie.getFieldName();
		if (!FICHIER.equals(champ)) {
			refuser(NOM_MONTRABLE.matcher(champ).matches() ? champ : "(nom illisible)", CorpsRequete.INATTENDU);
		}
		else if (partie.isFormField()) {
			refuser(FICHIER, "Ce champ doit être un fichier, avec son nom (« filename »).");
		}
		else if (this.reception != null) {
			refuser(FICHIER, "Envoyez un seul fichier par requête.");
		}
		else {
			this.nom = nom(partie);
			this.reception = garder(contenu, depot);
			NomFichier.refus(this.nom).ifPresent((refus) -> refuser(FICHIER, refus));
		}
		contenu.transferTo(OutputStream.nullOutputStream());
	}

	private static Reception garder(InputStream contenu, Depot depot) {
		try {
			return depot.recevoir(-1, contenu);
		}
		catch (IOException ex) {
			// The disk fails, not the sender.
			throw new UncheckedIOException(ex);
		}
	}

	private static String nom(FileItemStream partie) {
		try {
			return partie.getName();
		}
		catch (InvalidFileNameException ex) {
			return ex.getName();
		}
	}

	private void refuser(String champ, String message) {
		Erreur erreur = new Erreur(champ, message);
		if (!this.erreurs.contains(erreur)) {
			this.erreurs.add(erreur);
		}
	}

	/**
	 * The file.
	 * @throws ProblemeException when the form holds anything else than one file
	 */
	Reception fichier() {
		ProblemeException.refuser(this.erreurs);
		return this.reception;
	}

	/** The name that the sender gives to the file. */
	String nom() {
		return this.nom;
	}

	@Override
	byte[] aComparer() {
		return this.parties.toString().getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void close() throws IOException {
		if (this.reception != null) {
			this.reception.close();
		}
	}

	/**
	 * The body as the reader of forms takes it, without its announced length: whoever
	 * sends a file that is too large hears that only once it is sent.
	 */
	private record Corps(HttpServletRequest request) implements RequestContext {

		@Override
		public int getContentLength() {
			return -1;
		}

		@Override
		public String getCharacterEncoding() {
			return StandardCharsets.UTF_8.name();
		}

		@Override
		public String getContentType() {
			return this.request.getContentType();
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return this.request.getInputStream();
		}

	}

}
