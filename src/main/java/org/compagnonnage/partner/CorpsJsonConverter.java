package org.compagnonnage.partner;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Reads the records marked {@link CorpsRequete}. The tree is checked against the record
 * before it is bound, because a binder stops at its first error and converts what it can;
 * here a partner learns of every unknown field, wrong type and broken rule in one answer.
 */
@Component
class CorpsJsonConverter extends AbstractHttpMessageConverter<Object> {

	private static final int PROFONDEUR_MAXIMALE = 20;

	private static final Pattern DOUBLON = Pattern.compile("Duplicate field '(.{1,100}?)'.*", Pattern.DOTALL);

	private static final Pattern NOM_MONTRABLE = Pattern.compile("[\\p{L}\\p{N}_.\\-]{1,64}");

	private final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(PROFONDEUR_MAXIMALE).build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final Validator validator;

	CorpsJsonConverter(Validator validator) {
		super(MediaType.APPLICATION_JSON);
		this.validator = validator;
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type.isAnnotationPresent(CorpsRequete.class);
	}

	@Override
	public boolean canWrite(Class<?> type, MediaType mediaType) {
		return false;
	}

	@Override
	protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
		JsonNode racine = lire(message.getBody().readAllBytes());
		if (!(racine instanceof ObjectNode objet)) {
			throw illisible("Le corps de la requête doit être un objet JSON : { … }.");
		}
		List<Erreur> erreurs = new ArrayList<>();
		verifier(objet, type, "", erreurs);
		Set<String> signales = erreurs.stream().map(Erreur::champ).collect(Collectors.toSet());
		Object corps = this.json.treeToValue(objet, type);
		this.validator.validate(corps)
			.stream()
			.map(CorpsJsonConverter::erreur)
			.filter((erreur) -> !signales.contains(erreur.champ()))
			.distinct()
			.sorted(Comparator.comparing(Erreur::champ).thenComparing(Erreur::message))
			.forEach(erreurs::add);
		ProblemeException.refuser(erreurs);
		return corps;
	}

	private JsonNode lire(byte[] octets) {
		try {
			String texte = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			if (texte.isBlank()) {
				throw illisible("Le corps de la requête est vide.");
			}
			return this.json.readTree(texte);
		}
		catch (CharacterCodingException ex) {
			throw illisible("Le corps de la requête n'est pas en UTF-8.");
		}
		catch (StreamConstraintsException ex) {
			throw illisible("Le corps de la requête est trop imbriqué ou contient une valeur démesurée.");
		}
		catch (JsonProcessingException ex) {
			Matcher doublon = DOUBLON.matcher(ex.getOriginalMessage());
			if (doublon.matches()) {
				throw illisible("Le champ « " + montrable(doublon.group(1)) + " » figure deux fois.");
			}
			JsonLocation lieu = ex.getLocation();
			throw (lieu != null) ? pasDuJson(lieu.getLineNr(), lieu.getColumnNr())
					: illisible("Le corps de la requête n'est pas du JSON valide.");
		}
	}

	/** Reports what the record does not expect, and takes it out of the tree. */
	private void verifier(ObjectNode objet, Class<?> type, String prefixe, List<Erreur> erreurs) {
		Map<String, RecordComponent> attendus = Arrays.stream(type.getRecordComponents())
			.collect(Collectors.toMap(RecordComponent::getName, Function.identity(), (a, b) -> a, LinkedHashMap::new));
		Iterator<Map.Entry<String, JsonNode>> champs = objet.fields();
		while (champs.hasNext()) {
			Map.Entry<String, JsonNode> champ = champs.next();
			RecordComponent attendu = attendus.get(champ.getKey());
			if (attendu == null) {
				erreurs.add(new Erreur(prefixe + montrable(champ.getKey()), CorpsRequete.INATTENDU));
				champs.remove();
			}
			else if (champ.getValue() instanceof ObjectNode interieur && attendu.getType().isRecord()) {
				verifier(interieur, attendu.getType(), prefixe + champ.getKey() + ".", erreurs);
			}
			else if (champ.getValue() instanceof ArrayNode liste && attendu.getType() == List.class) {
				verifier(liste, element(attendu), prefixe + champ.getKey(), erreurs);
			}
			else if (!champ.getValue().isNull() && !convient(champ.getValue(), attendu.getType())) {
				erreurs.add(new Erreur(prefixe + champ.getKey(), "Ce champ doit être " + nature(attendu.getType())
						+ ", et non " + nature(champ.getValue()) + "."));
				champs.remove();
			}
		}
	}

	/** Reports what the list does not expect; its rows keep their numbers. */
	private void verifier(ArrayNode liste, Class<?> element, String champ, List<Erreur> erreurs) {
		for (int rang = 0; rang < liste.size(); rang++) {
			String ligne = champ + '[' + rang + ']';
			if (liste.get(rang) instanceof ObjectNode interieur && element.isRecord()) {
				verifier(interieur, element, ligne + ".", erreurs);
			}
			else if (!convient(liste.get(rang), element)) {
				erreurs.add(new Erreur(ligne,
						"Ce champ doit être " + nature(element) + ", et non " + nature(liste.get(rang)) + "."));
				liste.set(rang, NullNode.getInstance());
			}
		}
	}

	/** What the rows of a list are: records, or values. */
	private static Class<?> element(RecordComponent liste) {
		return (Class<?>) ((ParameterizedType) liste.getGenericType()).getActualTypeArguments()[0];
	}

	private static boolean convient(JsonNode valeur, Class<?> type) {
		if (type == String.class) {
			return valeur.isTextual();
		}
		if (type == Boolean.class) {
			return valeur.isBoolean();
		}
		if (type == Integer.class) {
			return valeur.isInt();
		}
		if (type.isRecord() || type == List.class) {
			return false;
		}
		throw new IllegalStateException("No request record may have a component of " + type);
	}

	private static String nature(Class<?> type) {
		if (type == String.class) {
			return "un texte";
		}
		if (type == Boolean.class) {
			return "vrai ou faux (true, false)";
		}
		if (type == Integer.class) {
			return "un nombre entier";
		}
		return (type == List.class) ? "une liste" : "un objet";
	}

	private static String nature(JsonNode valeur) {
		return switch (valeur.getNodeType()) {
			case STRING -> "un texte";
			case NUMBER -> "un nombre";
			case BOOLEAN -> "vrai ou faux (true, false)";
			case ARRAY -> "une liste";
			case NULL -> "rien";
			default -> "un objet";
		};
	}

	private static Erreur erreur(ConstraintViolation<?> violation) {
		return new Erreur(violation.getPropertyPath().toString(), violation.getMessage());
	}

	private static String montrable(String nom) {
		return NOM_MONTRABLE.matcher(nom).matches() ? nom : "(nom illisible)";
	}

	static ProblemeException pasDuJson(int ligne, int colonne) {
		return illisible(
				"Le corps de la requête n'est pas du JSON valide (ligne " + ligne + ", colonne " + colonne + ").");
	}

	private static ProblemeException illisible(String detail) {
		return new ProblemeException(TypeProbleme.CORPS_ILLISIBLE, detail);
	}

	@Override
	protected void writeInternal(Object corps, HttpOutputMessage message) {
		throw new UnsupportedOperationException("Reads only");
	}

}
