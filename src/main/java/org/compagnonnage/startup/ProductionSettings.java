package org.compagnonnage.startup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Stops the start of production, which is every start outside the profiles {@code demo}
 * and {@code test}, until the environment names the database, the administrator, the mail
 * server, the address and the key of the secrets kept for partners.
 */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {

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
		NEEDED.put("compagnonnage.abonnement.cle-secrets",
				"COMPAGNONNAGE_ABONNEMENT_CLESECRETS : clé des secrets gardés pour les partenaires, 32 octets aléatoires en base64");
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
			return;
		}
		List<String> missing = NEEDED.entrySet()
			.stream()
			.filter((setting) -> environment.getProperty(setting.getKey(), "").isBlank())
			.map(Map.Entry::getValue)
			.toList();
		if (!missing.isEmpty()) {
			throw new MissingSettingsException(missing);
		}
	}

	/** After the configuration files are read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
