package org.compagnonnage.cockpit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The four web applications speak French only, and say all that they say in English. */
class LocaleTests {

	private static final String APPS = "META-INF/resources/webjars/camunda/app/";

	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\{\\{[^}]*}}|\\{[^{}]*}|%[sd]|</?(?:a|b|br|code|em|i|p|strong)\\b[^>]*>");

	/** Words that are the same in both languages, names of types, signs. */
	private static final Set<String> SAME_IN_FRENCH = Set.of("", " OK", "OK", "<", "<=", ">", ">=", "<version>",
			"Action", "Actions", "Active", "Annotation", "Application", "Applications", "CSV", "Cascade", "Cockpit",
			"Configuration", "Date", "Description", "Diagnostics", "Documentation", "Double", "Exception", "ID", "ID*",
			"Incidents", "Instance", "JSON", "Long", "Message", "Migration", "Notification", "Optimize", "Options",
			"Source", "Total", "Type", "Types", "Variable", "Variable / {{variableName}}", "Variables", "Version",
			"instance", "instances", "s");

	private final ObjectMapper json = new ObjectMapper();

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome", "admin" })
	void everyShippedLabelHasItsFrench(String app) throws IOException {
		Map<String, String> english = texts(shipped(app));
		Map<String, String> french = texts(ours(app));
		assertThat(english).isNotEmpty();
		assertThat(french.keySet()).isEqualTo(english.keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome", "admin" })
	void placeholdersAndMarkupAreKept(String app) throws IOException {
		Map<String, String> english = texts(shipped(app));
		english.remove("/labels/BANNER_CE_EOL_TEXT");
		Map<String, String> french = texts(ours(app));
		Map<String, String> changed = new TreeMap<>();
		english.forEach((key, text) -> {
			List<String> expected = placeholders(text);
			List<String> found = placeholders(french.getOrDefault(key, ""));
			if (!expected.equals(found)) {
				changed.put(key, expected + " became " + found);
			}
		});
		assertThat(changed).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome", "admin" })
	void nothingIsLeftInEnglish(String app) throws IOException {
		Map<String, String> french = texts(ours(app));
		Map<String, String> left = texts(shipped(app)).entrySet()
			.stream()
			.filter((label) -> label.getKey().startsWith("/labels/"))
			.filter((label) -> label.getValue().equals(french.get(label.getKey())))
			.filter((label) -> !SAME_IN_FRENCH.contains(label.getValue()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		assertThat(left).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome", "admin" })
	void theVendorsAnnouncementIsGone(String app) throws IOException {
		assertThat(texts(ours(app)).get("/labels/BANNER_CE_EOL_TEXT")).doesNotContain("href", "Camunda 8");
		assertThat(text("commun/compagnonnage.css")).containsPattern("\\.ce-eol-banner \\{\\s+display: none;");
		assertThat(text(app + "/styles/user-styles.css")).contains("commun/compagnonnage.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome", "admin" })
	void onlyFrenchIsOffered(String app) throws IOException {
		assertThat(text(app + "/scripts/config.js"))
			.contains("availableLocales: ['fr']", "fallbackLocale: 'fr'", "vendor: 'Compagnonnage'",
					"'../commun/francais'")
			.doesNotContain("'en'", "'de'");
	}

	@Test
	void theDatesOfTasklistAreFrench() throws IOException {
		JsonNode formats = ours("tasklist").at("/dateLocales/longDateFormat");
		assertThat(formats.get("L").asText()).isEqualTo("DD/MM/YYYY");
		assertThat(formats.get("LT").asText()).isEqualTo("HH:mm");
	}

	@Test
	void everyFixedMessageOfTheFormEngineIsTranslated() throws IOException {
		String script = text("tasklist/scripts/formulaires.js");
		List<Pattern> known = Pattern.compile("\\[\\s*/(\\^.*\\$)/s?,")
			.matcher(script)
			.results()
			.map((found) -> Pattern.compile(found.group(1)))
			.toList();
		String engine = resource("META-INF/resources/webjars/camunda/lib/deps.js", true);
		List<String> fixed = List.of("Field is required.", "Nothing to show.", "Add new", "Collapse", "Skip to search",
				"Remove tag", "All values selected", "No results", "Previous page", "Next page", "Increment",
				"Decrement", "Field must be a valid email.", "Value is not a number.",
				"Date and time must both be entered.", "Click to remove sorting", "Powered by bpmn.io");
		List<String> withValues = List.of("Field must match pattern ${t.pattern}.",
				"Field must have minimum value of ${t.min}.", "Field must have maximum value of ${t.max}.",
				"Field must have minimum length of ${t.minLength}.",
				"Field must have maximum length of ${t.maxLength}.", "Remove list item ${t+1}",
				"Expand all (${m.length})", "Click to sort by ${n} ascending", "Click to sort by ${n} descending");
		for (String message : fixed) {
			assertThat(engine).contains('"' + message + '"');
			assertThat(known).as(message).anyMatch((pattern) -> pattern.matcher(message).matches());
		}
		for (String message : withValues) {
			assertThat(engine).contains('`' + message + '`');
			String example = message.replaceAll("\\$\\{[^}]*}", "3");
			assertThat(known).as(example).anyMatch((pattern) -> pattern.matcher(example).matches());
		}
	}

	private JsonNode shipped(String app) throws IOException {
		return this.json.readTree(resource(APPS + app + "/locales/en.json", true));
	}

	private JsonNode ours(String app) throws IOException {
		return this.json.readTree(text(app + "/locales/fr.json"));
	}

	private String text(String path) throws IOException {
		return resource(APPS + path, false);
	}

	private String resource(String path, boolean inJar) throws IOException {
		for (URL url : Collections.list(getClass().getClassLoader().getResources(path))) {
			if (inJar == url.getProtocol().equals("jar")) {
				try (InputStream stream = url.openStream()) {
					String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
					return text.startsWith("\uFEFF") ? text.substring(1) : text;
				}
			}
		}
		throw new IOException("Not found: " + path);
	}

	private static Map<String, String> texts(JsonNode locale) {
		Map<String, String> texts = new TreeMap<>();
		collect("", locale, texts);
		return texts;
	}

	private static void collect(String path, JsonNode node, Map<String, String> texts) {
		if (node.isObject()) {
			node.properties().forEach((child) -> collect(path + "/" + child.getKey(), child.getValue(), texts));
		}
		else if (node.isArray()) {
			for (int index = 0; index < node.size(); index++) {
				collect(path + "/" + index, node.get(index), texts);
			}
		}
		else {
			texts.put(path, node.asText());
		}
	}

	private static List<String> placeholders(String text) {
		List<String> found = new ArrayList<>();
		Matcher matcher = PLACEHOLDER.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group());
		}
		Collections.sort(found);
		return found;
	}

}
