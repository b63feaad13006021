package org.compagnonnage.support;

import java.util.List;

/**
 * E-mail addresses that can exist and that cannot: the same list for the staff's forms,
 * the partner API and the letters, so that none takes what another refuses.
 */
public final class Adresses {

	private static final List<String> POSSIBLES = List.of("lea@example.org", "lea.martin+projet@sous.example.co.uk",
			"l'ea@xn--caf-dma.fr", "a.b+c@sous.domaine.museum", "LEA@EXAMPLE.ORG", "o!#$%&*/=?^_`{|}~-@example.org",
			"1@2.fr", "a".repeat(64) + "@example.org");

	private static final List<String> IMPOSSIBLES = List.of("lea", "lea@", "@example.org", "lea@example",
			"jean..dupont@exemple.fr", ".a@x.fr", "a.@x.fr", "lea@example..org", "lea@.example.org", "lea@example.org.",
			"lea martin@example.org", "lea@exa_mple.org", "lea@-example.org", "lea@example-.org", "lea@@example.org",
			"a@b@example.org", "léa@example.org", "lea@example.org,zoe@example.org", "Léa <lea@example.org>",
			"lea@example.org\nBcc: zoe@example.org", "lea@example.org\r\nBcc: zoe@example.org", "(c)lea@example.org",
			"\"lea martin\"@example.org", "lea@[127.0.0.1]", "lea@127.0.0.1", "lea@example.o",
			"a".repeat(65) + "@example.org", "a@" + "b.".repeat(126) + "fr");

	private Adresses() {
	}

	public static List<String> possibles() {
		return POSSIBLES;
	}

	public static List<String> impossibles() {
		return IMPOSSIBLES;
	}

}
