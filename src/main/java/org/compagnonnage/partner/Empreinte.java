package org.compagnonnage.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
final class Empreinte {

	private Empreinte() {
	}

	static String de(String texte) {
		return de(texte.getBytes(StandardCharsets.UTF_8));
	}

	static String de(byte[]... parties) {
		MessageDigest sha256 = sha256();
		for (byte[] partie : parties) {
			sha256.update(partie);
		}
		return HexFormat.of().formatHex(sha256.digest());
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
