package org.compagnonnage.partner.epreuve;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * Tells English from French by the words of the messages that the libraries of this
 * application have in both languages, so that a default message that gets through is
 * seen.
 */
final class Anglais {

	private static final String VALIDATION = "org/hibernate/validator/ValidationMessages";

	private static final String SECURITE = "org/springframework/security/messages";

	private static final List<String> SERVEUR = List.of("org/apache/catalina/valves/LocalStrings",
			"org/apache/coyote/http11/LocalStrings");

	/** What the web framework and the JSON reader say, which no file of theirs holds. */
	static final List<String> AUTRES = List.of("Failed to convert value of type 'java.lang.String'",
			"Required request body is missing", "JSON parse error: Cannot deserialize value",
			"Required request parameter 'x' for method parameter type String is not present",
			"Required header 'x' is not present.", "Request method 'PUT' is not supported",
			"Content-Type 'text/plain' is not supported.", "No acceptable representation",
			"No static resource api/v1/x.", "Unexpected character ('x' (code 120)): expected a valid value",
			"Maximum upload size exceeded", "Current request is not a multipart request",
			"Required part 'x' is not present.", "Failed to parse multipart servlet request", "Bad Request",
			"Internal Server Error", "Access Denied", "Full authentication is required to access this resource");

	/** Words that French has too, and names that a French message may hold. */
	private static final Set<String> FRANCAIS = Set.of("on", "or", "a", "an", "son", "message", "format", "type",
			"service", "page", "date", "code", "json", "http", "accept", "content", "bearer", "authorization",
			"idempotency", "key", "application", "non", "point", "fin", "si", "me", "content-type", "unique", "close",
			"part", "rfc", "get", "post", "put", "patch", "delete", "head", "options", "true", "false");

	private static final Set<String> MOTS_OUTILS = Set.of("the", "must", "not", "is", "be", "of", "and", "to", "should",
			"with", "from", "this", "that", "was", "are", "has", "have", "been", "for", "than", "between", "cannot",
			"can't", "could", "only", "already", "found", "unknown", "missing", "wrong", "your", "you", "no", "yes",
			"value", "field", "required", "invalid", "failed", "unexpected", "supported", "allowed", "expected",
			"empty", "blank", "null", "size", "length", "string", "number", "boolean", "array", "object");

	private static final Set<String> FRANCAIS_SEULEMENT = Set.of("le", "la", "les", "un", "une", "des", "du", "de",
			"ce", "cet", "cette", "ces", "ne", "pas", "est", "sont", "doit", "votre", "vos", "au", "aux", "il", "et",
			"que", "dans", "pour", "sans", "par", "aucun", "aucune", "en", "deux", "envoyez", "recommencez", "donnez",
			"rien");

	private final Set<String> mots = new HashSet<>(MOTS_OUTILS);

	Anglais() {
		anglais().forEach((message) -> this.mots.addAll(mots(message)));
		Stream.of(VALIDATION, SECURITE)
			.flatMap((source) -> messages(source + "_fr").stream())
			.forEach((message) -> this.mots.removeAll(mots(message)));
		this.mots.removeAll(FRANCAIS);
		this.mots.removeIf((mot) -> mot.length() < 2);
		this.mots.addAll(MOTS_OUTILS);
	}

	/** The English messages of the libraries. */
	static List<String> anglais() {
		return Stream
			.of(messages(VALIDATION).stream(), messages(SECURITE).stream(),
					SERVEUR.stream().flatMap((source) -> messages(source).stream()), AUTRES.stream())
			.flatMap((sources) -> sources)
			.filter((message) -> message.contains(" "))
			.toList();
	}

	/** The English words of a text, without what it quotes. */
	Set<String> dans(String texte) {
		Set<String> trouves = new TreeSet<>(mots(texte));
		trouves.retainAll(this.mots);
		return trouves;
	}

	/** Whether a text has at least one word that only French has. */
	static boolean estFrancais(String texte) {
		return mots(texte).stream().anyMatch(FRANCAIS_SEULEMENT::contains);
	}

	private static Set<String> mots(String texte) {
		String sans = texte.replaceAll("«[^»]*»", " ").replaceAll("\\{[^}]*}", " ").replace('’', '\'');
		return Arrays.stream(sans.toLowerCase(Locale.ROOT).split("[^\\p{L}'-]+"))
			.flatMap((mot) -> mot.matches("(?:[cdjlmnst]|qu|jusqu|lorsqu|aujourd)'.+")
					? Stream.of("de", mot.substring(mot.indexOf('\'') + 1)) : Stream.of(mot))
			.filter((mot) -> !mot.isBlank())
			.collect(Collectors.toSet());
	}

	private static Collection<String> messages(String source) {
		Properties messages = new Properties();
		try (Reader fichier = new InputStreamReader(new ClassPathResource(source + ".properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			messages.load(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return messages.values().stream().map(Object::toString).toList();
	}

}
