package org.compagnonnage.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form as programs send it (multipart/form-data), each time with another boundary. */
public final class FormulaireEssai {

	private final String frontiere = UUID.randomUUID().toString();

	private final ByteArrayOutputStream parties = new ByteArrayOutputStream();

	/** A form with one file. */
	public static FormulaireEssai fichier(String nom, byte[] contenu) {
		return new FormulaireEssai().avec("fichier", nom, contenu);
	}

	/**
	 * The form with one more part.
	 * @param nom name of the file, null when the part is a text
	 */
	public FormulaireEssai avec(String champ, String nom, byte[] contenu) {
		return avec((nom != null) ? "form-data; name=\"" + champ + "\"; filename=\"" + nom + "\""
				: "form-data; name=\"" + champ + "\"", contenu);
	}

	public FormulaireEssai avec(String disposition, byte[] contenu) {
		ecrire("--" + this.frontiere + "\r\nContent-Disposition: " + disposition
				+ "\r\nContent-Type: application/octet-stream\r\n\r\n");
		this.parties.writeBytes(contenu);
		ecrire("\r\n");
		return this;
	}

	public String type() {
		return "multipart/form-data; boundary=" + this.frontiere;
	}

	public byte[] octets() {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		octets.writeBytes(this.parties.toByteArray());
		octets.writeBytes(("--" + this.frontiere + "--\r\n").getBytes(StandardCharsets.US_ASCII));
		return octets.toByteArray();
	}

	private void ecrire(String texte) {
		this.parties.writeBytes(texte.getBytes(StandardCharsets.UTF_8));
	}

}
