package org.compagnonnage.partner.epreuve;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A field of a body that the description has, the body itself included.
 *
 * @param lieu the place at which it stands or could stand
 */
record Champ(JsonPointer lieu, JsonNode schema) {

	/** The fields of a body: of its lists, those of the first element. */
	static List<Champ> de(DescriptionLue description, JsonNode schema, JsonNode corps) {
		List<Champ> champs = new ArrayList<>();
		parcourir(description, description.schema(schema), corps, JsonPointer.empty(), champs);
		return champs;
	}

	private static void parcourir(DescriptionLue description, JsonNode schema, JsonNode valeur, JsonPointer lieu,
			List<Champ> champs) {
		champs.add(new Champ(lieu, schema));
		schema.path("properties")
			.properties()
			.forEach((champ) -> parcourir(description, description.schema(champ.getValue()),
					valeur.path(champ.getKey()), lieu.appendProperty(champ.getKey()), champs));
		if (schema.has("items") && !valeur.isEmpty()) {
			parcourir(description, description.schema(schema.path("items")), valeur.path(0), lieu.appendIndex(0),
					champs);
		}
	}

	/** Its name, null for a body and an element of a list. */
	String nom() {
		return this.lieu.matches() || this.lieu.last().mayMatchElement() ? null
				: this.lieu.last().getMatchingProperty();
	}

	boolean objet() {
		return this.schema.has("properties");
	}

	boolean liste() {
		return this.schema.has("items");
	}

	/** Whether it may be a text. */
	boolean texte() {
		return this.schema.path("type").toString().contains("\"string\"");
	}

	void poser(JsonNode arbre, String texte) {
		JsonNode parent = arbre.at(this.lieu.head());
		if (parent instanceof ArrayNode liste && liste.size() > this.lieu.last().getMatchingIndex()) {
			liste.set(this.lieu.last().getMatchingIndex(), TextNode.valueOf(texte));
		}
		else if (parent instanceof ObjectNode objet) {
			objet.put(this.lieu.last().getMatchingProperty(), texte);
		}
	}

	JsonNode retirer(JsonNode arbre) {
		JsonNode parent = arbre.at(this.lieu.head());
		if (parent instanceof ArrayNode liste) {
			return liste.remove(this.lieu.last().getMatchingIndex());
		}
		return (parent instanceof ObjectNode objet) ? objet.remove(nom()) : null;
	}

}
