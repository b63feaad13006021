package org.compagnonnage.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What the database keeps and nobody may read there. */
class CoffreTests {

	private final Coffre coffre = new Coffre(cle("une clé de trente-deux octets !"));

	@Test
	void what_is_sealed_opens_with_the_same_key_only() {
		byte[] scelle = this.coffre.sceller("{\"nom\":\"Éloïse\"}");
		assertThat(new String(scelle, StandardCharsets.UTF_8)).doesNotContain("nom");
		assertThat(new Coffre(cle("une clé de trente-deux octets !")).ouvrir(scelle)).isEqualTo("{\"nom\":\"Éloïse\"}");
		Coffre autre = new Coffre(cle("Une clé de trente-deux octets !"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> autre.ouvrir(scelle));
	}

	@Test
	void the_same_text_is_never_sealed_alike_and_a_change_is_noticed() {
		byte[] scelle = this.coffre.sceller("texte");
		assertThat(this.coffre.sceller("texte")).isNotEqualTo(scelle);
		scelle[scelle.length - 1] ^= 1;
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.coffre.ouvrir(scelle));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "demo", "pas du base64 !", "dHJvcCBjb3VydA==",
			"YmVhdWNvdXAgdHJvcCBsb25ndWUgcG91ciB1bmUgY2zDqSBkZSB0cmVudGUtZGV1eCBvY3RldHM=" })
	void a_wrong_key_is_refused_without_telling_it(String cle) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Coffre(cle))
			.withMessage("La clé des secrets doit être 32 octets aléatoires en base64 (openssl rand -base64 32).")
			.withNoCause();
	}

	private static String cle(String texte) {
		return Base64.getEncoder().encodeToString(texte.getBytes(StandardCharsets.UTF_8));
	}

}
