package org.compagnonnage.abonnement;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the application reads them: those of a test, and the defaults. */
final class Reglages {

	private Reglages() {
	}

	static AbonnementSettings de(boolean boucleLocale, Duration connexion, Duration total) {
		return new Binder(new MapConfigurationPropertySource(
				Map.of("essai.cle-secrets", "cGFzIHV0aWxlIGljaSwgbWFpcyBvYmxpZ2F0b2lyZSE=", "essai.boucle-locale",
						boucleLocale, "essai.delai-connexion", connexion, "essai.delai-total", total)))
			.bind("essai", AbonnementSettings.class)
			.get();
	}

}
