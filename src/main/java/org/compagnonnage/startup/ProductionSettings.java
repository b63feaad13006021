package org.compagnonnage.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Stops the start of production, which is every start outside the profiles {@code demo}
 * and {@code test}, until the environment names the database, the administrator, the mail
 * server, the address and the key of the secrets kept for partners, and keeps nothing
 * that only the demo may have.
 */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {

	private static final String CLE_SECRETS = "compagnonnage.abonnement.cle-secrets";

	/** Those of the demo and of the tests: who reads our files opens what they seal. */
	private static final Set<String> CLES_PUBLIQUES = Set.of("Y2zDqSBkZSBkZW1vLCAzMiBvY3RldHMsIGVuIGNsYWk=",
			"Y2zDqSBkZSB0ZXN0LCAzMiBvY3RldHMsIGVuIGNsYWk=");

	private static final Map<String, String> NEEDED = new LinkedHashMap<>();

	static {
		NEEDED.put("spring.datasource.url", "SPRING_DATASOURCE_URL : adresse de la base de données");
		NEEDED.put("spring.datasource.username", "SPRING_DATASOURCE_USERNAME : compte de la base de données");
		NEEDED.put("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD : mot de passe de la base de données");
		NEEDED.put("compagnonnage.administrateur.id",
				"COMPAGNONNAGE_ADMINISTRATEUR_ID : identifiant du premier administrateur");
		NEEDED.put("compagnonnage.administrateur.mot-de-passe",
				"COMPAGNONNAGE_ADMINISTRATEUR_MOTDEPASSE : son mot de passe, 12 caractères au moins");
		NEEDED.put("spring.mail.host", "SPRING_MAIL_HOST : serveur de courrier");
		NEEDED.put("compagnonnage.adresse",
				"COMPAGNONNAGE_ADRESSE : adresse à laquelle on joint l'application, en https");
		NEEDED.put(CLE_SECRETS,
				"COMPAGNONNAGE_ABONNEMENT_CLESECRETS : clé des secrets gardés pour les partenaires, 32 octets aléatoires en base64");
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
			return;
		}
		List<String> missing = new ArrayList<>();
		NEEDED.forEach((setting, what) -> {
			if (environment.getProperty(setting, "").isBlank()) {
				missing.add(what);
			}
		});
		if (estPublique(environment.getProperty(CLE_SECRETS, "").strip())) {
			missing.add("COMPAGNONNAGE_ABONNEMENT_CLESECRETS : une clé à vous, celle-ci est connue de tous ;"
					+ " openssl rand -base64 32 en donne une");
		}
		if (environment.getProperty("compagnonnage.abonnement.boucle-locale", Boolean.class, false)) {
			missing.add("COMPAGNONNAGE_ABONNEMENT_BOUCLELOCALE : à retirer, seule la démonstration peut envoyer des"
					+ " webhooks à cette machine");
		}
		if (!missing.isEmpty()) {
			throw new MissingSettingsException(missing);
		}
	}

	/** Base64 may leave its padding out: the bytes are compared. */
	private static boolean estPublique(String cle) {
		return CLES_PUBLIQUES.stream()
			.map((publique) -> publique.replace("=", ""))
			.anyMatch((publique) -> publique.equals(cle.replace("=", "")));
	}

	/** After the configuration files are read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
