package org.compagnonnage.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Territoire;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills templates strictly. Each template begins with a comment that lists the values it
 * needs ({@code valeurs:}) and those it can do without ({@code facultatives:}), one
 * {@code name = French label} a line; it sees no other value, and a needed one that is
 * absent or blank stops it. Besides, every template sees {@code organisation},
 * {@code lieu} (the territory of {@code perimetre}, or the head office when that is
 * null), {@code aujourdhui} and {@code ecrit}.
 */
@Component
public class Gabarits {

	private static final Pattern MODELE = Pattern.compile("(?:mail|document)/[a-z0-9-]+/[a-z0-9-]+");

	private static final Pattern ENTETE = Pattern.compile("\\A\\s*<!--/\\*(.*?)\\*/-->", Pattern.DOTALL);

	private static final Pattern VERSION = Pattern.compile("<meta name=\"version\" content=\"([0-9.]+)\"");

	private static final Pattern CONTROLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

	private final Map<String, Declaration> declarations = new ConcurrentHashMap<>();

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Organisation organisation;

	private final Clock clock;

	Gabarits(Organisation organisation, Clock clock) {
		this.organisation = organisation;
		this.clock = clock;
		this.engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
	}

	/**
	 * Fills the HTML of a template.
	 * @param modele its path without suffix, such as {@code mail/admission/contrat}
	 * @param valeurs the values, of which it takes those it declares
	 * @throws ValeurManquante when a value it needs is absent or blank
	 */
	public String html(String modele, Map<String, Object> valeurs) {
		return this.engine.process(modele + ".html", contexte(modele, valeurs)).stripLeading();
	}

	/**
	 * Fills the text of a template, under the declaration of its HTML.
	 * @throws ValeurManquante when a value it needs is absent or blank
	 */
	public String texte(String modele, Map<String, Object> valeurs) {
		return this.engine.process(modele + ".txt", contexte(modele, valeurs));
	}

	/** The version a template declares in its {@code <meta name="version">}. */
	public String version(String modele) {
		return declaration(modele).version();
	}

	/** What people call a value of a template, when the template uses it. */
	Optional<String> libelle(String modele, String champ) {
		Declaration declaration = declaration(modele);
		return Optional.ofNullable(declaration.valeurs().getOrDefault(champ, declaration.facultatives().get(champ)));
	}

	private Context contexte(String modele, Map<String, Object> valeurs) {
		Declaration declaration = declaration(modele);
		Map<String, Object> visibles = new HashMap<>();
		declaration.valeurs().forEach((nom, libelle) -> {
			Object valeur = propre(valeurs.get(nom));
			if (valeur == null) {
				throw new ValeurManquante(nom, libelle);
			}
			visibles.put(nom, valeur);
		});
		declaration.facultatives().keySet().forEach((nom) -> visibles.put(nom, propre(valeurs.get(nom))));
		visibles.put("organisation", this.organisation);
		visibles.put("lieu", lieu(valeurs));
		visibles.put("aujourdhui", LocalDate.now(this.clock));
		visibles.put("ecrit", new Ecriture(this.clock.getZone()));
		return new Context(Locale.FRANCE, visibles);
	}

	/**
	 * A périmètre that is not a territory is served from the head office. What belongs to
	 * no case says so by a périmètre that is null: to forget it is no such word.
	 */
	private Territoire lieu(Map<String, Object> valeurs) {
		if (valeurs.containsKey("perimetre") && valeurs.get("perimetre") == null) {
			return new Territoire(null, "siège", 0, this.organisation.siege(), this.organisation.courriel());
		}
		Object perimetre = propre(valeurs.get("perimetre"));
		if (perimetre == null) {
			throw new ValeurManquante("perimetre", "le périmètre du dossier");
		}
		String code = perimetre.toString();
		return this.organisation.territoire(code)
			.or(() -> this.organisation.organisations()
				.stream()
				.filter((autre) -> autre.code().equals(code))
				.map((autre) -> new Territoire(code, autre.nom(), 0, this.organisation.siege(),
						this.organisation.courriel()))
				.findFirst())
			.orElseThrow(() -> new IllegalArgumentException("Unknown périmètre: " + code));
	}

	/** An empty list is as good as absent. */
	private static Object propre(Object valeur) {
		if (valeur instanceof Collection<?> liste && liste.isEmpty()) {
			return null;
		}
		if (valeur instanceof String texte) {
			String lisible = CONTROLE.matcher(texte.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
			return lisible.isEmpty() ? null : lisible;
		}
		return valeur;
	}

	private Declaration declaration(String modele) {
		return this.declarations.computeIfAbsent(modele, Gabarits::lire);
	}

	private static Declaration lire(String modele) {
		if (!MODELE.matcher(modele).matches()) {
			throw new IllegalArgumentException("Not the name of a template: " + modele);
		}
		String source;
		try {
			source = new ClassPathResource(modele + ".html").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the template " + modele, ex);
		}
		Matcher entete = ENTETE.matcher(source);
		if (!entete.find()) {
			throw new IllegalStateException("The template " + modele + " does not declare its values");
		}
		Map<String, String> valeurs = new LinkedHashMap<>();
		Map<String, String> facultatives = new LinkedHashMap<>();
		Map<String, String> courantes = valeurs;
		for (String ligne : entete.group(1).lines().map(String::strip).filter((l) -> !l.isEmpty()).toList()) {
			if (ligne.equals("valeurs:")) {
				courantes = valeurs;
			}
			else if (ligne.equals("facultatives:")) {
				courantes = facultatives;
			}
			else {
				String[] partie = ligne.split("\\s*=\\s*", 2);
				if (partie.length != 2) {
					throw new IllegalStateException("Unreadable declaration in " + modele + ": " + ligne);
				}
				courantes.put(partie[0], partie[1]);
			}
		}
		Matcher version = VERSION.matcher(source);
		return new Declaration(valeurs, facultatives, version.find() ? version.group(1) : "1.0.0");
	}

	private static ClassLoaderTemplateResolver resolver(String noms, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Gabarits.class.getClassLoader());
		resolver.setResolvablePatterns(Set.of(noms));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setCacheable(true);
		return resolver;
	}

	/** What a template needs and can do without, by name and French label. */
	private record Declaration(Map<String, String> valeurs, Map<String, String> facultatives, String version) {
	}

}
