package org.compagnonnage.partner.epreuve;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms with a file, right and wrong ones (RFC 7578). */
final class Multipart {

	static final String TYPE = "multipart/form-data";

	static final String LIMITE = "epreuve";

	/** The one field that a file of a case has. */
	private static final String CHAMP = "fichier";

	private static final String TEXTE = "Un devis.\n";

	private static final String FIN = "--" + LIMITE + "--\r\n";

	private Multipart() {
	}

	static byte[] bon() {
		return octets(fichier("devis.txt", TEXTE) + FIN);
	}

	static Map<String, byte[]> mauvais() {
		Map<String, byte[]> mauvais = new LinkedHashMap<>();
		String fichier = fichier("devis.txt", TEXTE);
		mauvais.put("rien", new byte[0]);
		mauvais.put("fin seule", octets(FIN));
		mauvais.put("sans fin", octets(fichier));
		mauvais.put("coupé", octets(fichier.substring(0, fichier.length() / 2)));
		mauvais.put("autre limite", octets(fichier.replace(LIMITE, "autre") + "--autre--\r\n"));
		mauvais.put("deux fichiers", octets(fichier + fichier + FIN));
		mauvais.put("mille parties", octets(fichier.repeat(1000) + FIN));
		mauvais.put("autre partie", octets(fichier + partie("form-data; name=\"inconnu\"", "x") + FIN));
		mauvais.put("partie sans nom", octets(partie("form-data", "x") + FIN));
		mauvais.put("partie qui n'est pas d'un formulaire", octets(partie("attachment; name=\"fichier\"", "x") + FIN));
		mauvais.put("texte et non fichier", octets(partie("form-data; name=\"" + CHAMP + "\"", "x") + FIN));
		mauvais.put("fichier vide", octets(fichier("devis.txt", "") + FIN));
		mauvais.put("sans en-tête", octets("--" + LIMITE + "\r\n\r\nx\r\n" + FIN));
		mauvais.put("en-tête démesuré", octets(fichier("a".repeat(20_000) + ".txt", TEXTE) + FIN));
		mauvais.put("en-tête illisible", octets("--" + LIMITE + "\r\n:::\r\n\0\r\n\r\nx\r\n" + FIN));
		mauvais.put("formulaire dans le formulaire", octets(
				partie("form-data; name=\"fichier\"\r\nContent-Type: multipart/mixed; boundary=b", "--b--") + FIN));
		mauvais.put("JSON", octets("{\"fichier\":\"x\"}"));
		for (String nom : MauvaisesValeurs.TEXTES) {
			mauvais.put("nom " + nom, octets(fichier(nom.replace("\"", "%22"), TEXTE) + FIN));
			mauvais.put("nom " + nom + ".txt", octets(fichier(nom.replace("\"", "%22") + ".txt", TEXTE) + FIN));
		}
		for (String contenu : new String[] { "MZ\u0090\0", "%PDF-1.7\n", "PK\u0003\u0004", "<html><script>", "\0\0\0",
				"#!/bin/sh\nid\n", "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>", "a".repeat(70_000) }) {
			for (String nom : new String[] { "devis.txt", "devis.pdf", "devis.exe", "devis" }) {
				mauvais.put(nom + " " + contenu.length() + contenu.charAt(0), octets(fichier(nom, contenu) + FIN));
			}
		}
		return mauvais;
	}

	private static String fichier(String nom, String contenu) {
		return partie("form-data; name=\"" + CHAMP + "\"; filename=\"" + nom + "\"\r\nContent-Type: text/plain",
				contenu);
	}

	private static String partie(String disposition, String contenu) {
		return "--" + LIMITE + "\r\nContent-Disposition: " + disposition + "\r\n\r\n" + contenu + "\r\n";
	}

	private static byte[] octets(String texte) {
		return texte.getBytes(StandardCharsets.UTF_8);
	}

}
