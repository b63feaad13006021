package org.compagnonnage.partner.epreuve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests over one connection exactly as they are, for the clients that there are
 * refuse or mend what is wrong.
 */
final class ClientBrut implements AutoCloseable {

	private static final int LIMITE_MS = 30_000;

	private final int port;

	private Socket socket;

	private InputStream entree;

	ClientBrut(int port) {
		this.port = port;
	}

	Reponse envoyer(Requete requete) throws IOException {
		boolean neuve = this.socket == null;
		try {
			return essayer(requete);
		}
		catch (ConnexionFermee ex) {
			close();
			if (neuve) {
				throw ex;
			}
			return essayer(requete);
		}
	}

	private Reponse essayer(Requete requete) throws IOException {
		if (this.socket == null) {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
			this.socket.setSoTimeout(LIMITE_MS);
			this.socket.setTcpNoDelay(true);
			this.entree = new BufferedInputStream(this.socket.getInputStream());
		}
		try {
			this.socket.getOutputStream().write(octets(requete));
		}
		catch (IOException ex) {
			// The answer may be there: the server need not read all before it refuses.
		}
		Reponse reponse = lire(requete);
		if (!reponse.garde()) {
			close();
		}
		return reponse;
	}

	private byte[] octets(Requete requete) throws IOException {
		StringBuilder tete = new StringBuilder(requete.methode()).append(' ')
			.append(requete.cible())
			.append(" HTTP/1.1\r\nHost: localhost:")
			.append(this.port)
			.append("\r\n");
		requete.entetes().forEach((entete) -> tete.append(entete).append("\r\n"));
		if (requete.corps() != null) {
			tete.append("Content-Length: ").append(requete.corps().length).append("\r\n");
		}
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		octets.write(tete.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
		if (requete.corps() != null) {
			octets.write(requete.corps());
		}
		return octets.toByteArray();
	}

	private Reponse lire(Requete requete) throws IOException {
		String ligne = premiereLigne();
		int statut = Integer.parseInt(ligne.split(" ")[1]);
		Map<String, List<String>> entetes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String entete = ligne(); !entete.isEmpty(); entete = ligne()) {
			int deux = entete.indexOf(':');
			entetes.computeIfAbsent(entete.substring(0, deux), (nom) -> new ArrayList<>())
				.add(entete.substring(deux + 1).strip());
		}
		if (statut / 100 == 1) {
			return lire(requete);
		}
		boolean fin = !entetes.containsKey("Content-Length") && !entetes.containsKey("Transfer-Encoding");
		byte[] corps;
		if ("HEAD".equals(requete.methode()) || statut == 204 || statut == 304) {
			corps = new byte[0];
			fin = false;
		}
		else if (entetes.containsKey("Transfer-Encoding")) {
			corps = morceaux();
		}
		else {
			corps = fin ? this.entree.readAllBytes()
					: exactement(Integer.parseInt(entetes.get("Content-Length").get(0)));
		}
		return new Reponse(statut, entetes, new String(corps, StandardCharsets.UTF_8),
				!fin && !entetes.getOrDefault("Connection", List.of()).contains("close"));
	}

	private String premiereLigne() throws IOException {
		try {
			return ligne();
		}
		catch (IOException ex) {
			throw new ConnexionFermee(ex);
		}
	}

	private String ligne() throws IOException {
		ByteArrayOutputStream ligne = new ByteArrayOutputStream();
		for (int octet = this.entree.read(); octet != '\n'; octet = this.entree.read()) {
			if (octet < 0) {
				throw new EOFException("The server closed the connection");
			}
			ligne.write(octet);
		}
		return ligne.toString(StandardCharsets.UTF_8).strip();
	}

	private byte[] morceaux() throws IOException {
		ByteArrayOutputStream corps = new ByteArrayOutputStream();
		for (int taille = Integer.parseInt(ligne(), 16); taille > 0; taille = Integer.parseInt(ligne(), 16)) {
			corps.write(exactement(taille));
			ligne();
		}
		ligne();
		return corps.toByteArray();
	}

	private byte[] exactement(int taille) throws IOException {
		byte[] octets = this.entree.readNBytes(taille);
		if (octets.length < taille) {
			throw new EOFException("The answer is cut off");
		}
		return octets;
	}

	@Override
	public void close() {
		if (this.socket != null) {
			try {
				this.socket.close();
			}
			catch (IOException ex) {
				// Nothing more is read from it.
			}
			this.socket = null;
		}
	}

	/**
	 * An answer.
	 *
	 * @param garde whether the connection serves again
	 */
	record Reponse(int statut, Map<String, List<String>> entetes, String corps, boolean garde) {

		boolean acceptee() {
			return this.statut / 100 == 2;
		}

		String entete(String nom) {
			return String.join(", ", this.entetes.getOrDefault(nom, List.of()));
		}

	}

	/** The connection ended before an answer began. */
	private static final class ConnexionFermee extends IOException {

		ConnexionFermee(IOException cause) {
			super("No answer", cause);
		}

	}

}
