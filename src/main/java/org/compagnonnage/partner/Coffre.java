package org.compagnonnage.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Seals what the database has to keep and nobody may read there: AES-256 in
 * Galois/counter mode, which also notices what was changed.
 */
public final class Coffre {

	private static final int OCTETS_CLE = 32;

	private static final int OCTETS_VECTEUR = 16;

	private final BytesEncryptor aes;

	/**
	 * Opens with a key.
	 * @param cle 32 random bytes in base64
	 */
	public Coffre(String cle) {
		this.aes = new AesBytesEncryptor(new SecretKeySpec(octets(cle), "AES"),
				KeyGenerators.secureRandom(OCTETS_VECTEUR), CipherAlgorithm.GCM);
	}

	private static byte[] octets(String cle) {
		try {
			byte[] octets = Base64.getDecoder().decode(cle);
			if (octets.length == OCTETS_CLE) {
				return octets;
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below, without the key.
		}
		throw new IllegalArgumentException(
				"La clé des secrets doit être 32 octets aléatoires en base64 (openssl rand -base64 32).");
	}

	public byte[] sceller(String texte) {
		return this.aes.encrypt(texte.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Opens what was sealed.
	 * @throws IllegalStateException when it was changed, or sealed with another key
	 */
	public String ouvrir(byte[] scelle) {
		return new String(this.aes.decrypt(scelle), StandardCharsets.UTF_8);
	}

}
