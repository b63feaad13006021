package org.compagnonnage.partner.epreuve;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;

/**
 * Makes wrong requests of an operation's description: for each of its fields, parameters
 * and headers all that may be wrong with it, then as many mixtures as are asked for.
 */
final class MauvaisesRequetes {

	private static final String BRUT = "@@BRUT@@";

	private static final String JSON = "application/json";

	private final DescriptionLue description;

	private final DescriptionLue.Operation operation;

	private final Requete base;

	private final JsonSchema schema;

	private final JsonNode corps;

	private final List<Champ> champs;

	private final List<UnaryOperator<Requete>> entetes;

	private final List<UnaryOperator<Requete>> adresses;

	private final List<UnaryOperator<Requete>> parametres;

	/**
	 * Begins with a request that is right.
	 * @param base with the values that exist for it
	 */
	MauvaisesRequetes(DescriptionLue description, Requete base) {
		this.description = description;
		this.base = base;
		this.operation = base.operation();
		JsonNode decrit = this.operation.corps().get(JSON);
		if (decrit != null) {
			this.schema = description.compile(decrit.path("schema"));
			this.corps = DescriptionLue.lire(new String(base.corps(), StandardCharsets.UTF_8));
			this.champs = Champ.de(description, decrit.path("schema"), this.corps);
		}
		else {
			this.champs = List.of();
			this.schema = null;
			this.corps = null;
		}
		this.entetes = entetes();
		this.adresses = adresses();
		this.parametres = parametres();
	}

	/** The names of what is attacked, for the test of the test. */
	List<String> lieux() {
		return Stream
			.concat(this.champs.stream().map((champ) -> champ.lieu().toString()),
					this.operation.parametres().stream().map((parametre) -> parametre.lieu() + ' ' + parametre.nom()))
			.toList();
	}

	/** One thing wrong at a time. */
	List<Requete> uneFaute() {
		List<Requete> requetes = new ArrayList<>();
		Stream.of(this.entetes, this.adresses, this.parametres)
			.flatMap(List::stream)
			.forEach((faute) -> requetes.add(faute.apply(this.base)));
		MauvaisesValeurs.VERBES.stream()
			.filter((verbe) -> !this.description.verbes(this.operation.chemin()).contains(verbe))
			.forEach(
					(verbe) -> requetes.add(this.base.avecMethode(verbe, !List.of("HEAD", "OPTIONS").contains(verbe))));
		if (this.corps != null) {
			requetes.addAll(champs());
			requetes.addAll(corpsEntiers());
		}
		else if (this.operation.corps().containsKey(Multipart.TYPE)) {
			Multipart.mauvais().forEach((nom, octets) -> requetes.add(this.base.avecCorps(nom, octets, false)));
		}
		else {
			MauvaisesValeurs.CORPS.stream()
				.filter((octets) -> octets.length < 1000)
				.forEach((octets) -> requetes
					.add(this.base.avecEntetes("corps imprévu", "Content-Type", List.of(JSON), false)
						.avecCorps("", octets, false)));
		}
		return requetes;
	}

	/** Several things wrong at once. */
	Requete melange(Random hasard) {
		Requete requete = this.base;
		if (this.corps != null && hasard.nextInt(4) > 0) {
			byte[] octets = (hasard.nextInt(5) > 0) ? champsAuHasard(hasard) : un(hasard, MauvaisesValeurs.CORPS);
			requete = requete.avecCorps("corps au hasard", octets, interdit(octets));
		}
		if (hasard.nextInt(6) == 0) {
			requete = un(hasard, this.adresses).apply(requete);
		}
		if (hasard.nextInt(2) == 0) {
			requete = un(hasard, this.parametres).apply(requete);
		}
		if (hasard.nextInt(3) > 0) {
			requete = un(hasard, this.entetes).apply(requete);
		}
		return requete;
	}

	private byte[] champsAuHasard(Random hasard) {
		JsonNode arbre = this.corps.deepCopy();
		List<String> brutes = new ArrayList<>();
		for (int reste = 1 + hasard.nextInt(3); reste > 0; reste--) {
			Champ champ = un(hasard, this.champs.subList(1, this.champs.size()));
			if (hasard.nextInt(6) == 0) {
				champ.retirer(arbre);
			}
			else if (!arbre.at(champ.lieu().head()).isMissingNode()) {
				champ.poser(arbre, BRUT + brutes.size());
				brutes.add(un(hasard, MauvaisesValeurs.pour(champ.schema())));
			}
		}
		String texte = arbre.toString();
		for (int i = 0; i < brutes.size(); i++) {
			texte = texte.replace('"' + BRUT + i + '"', brutes.get(i));
		}
		return texte.getBytes(StandardCharsets.UTF_8);
	}

	private List<Requete> champs() {
		List<Requete> requetes = new ArrayList<>();
		for (Champ champ : this.champs) {
			for (String valeur : MauvaisesValeurs.pour(champ.schema())) {
				requetes.add(remplacer(champ.lieu() + "=" + valeur, champ, valeur));
			}
			if (!champ.lieu().matches()) {
				JsonNode sans = this.corps.deepCopy();
				champ.retirer(sans);
				requetes.add(corps(champ.lieu() + " manque", sans.toString()));
			}
			if (champ.objet()) {
				for (String nom : MauvaisesValeurs.NOMS) {
					JsonNode avec = this.corps.deepCopy();
					((ObjectNode) avec.at(champ.lieu())).put(nom, "x");
					requetes.add(corps(champ.lieu() + " avec " + nom, avec.toString()));
				}
				JsonNode beaucoup = this.corps.deepCopy();
				for (int i = 0; i < 2000; i++) {
					((ObjectNode) beaucoup.at(champ.lieu())).put("x" + i, i);
				}
				requetes.add(corps(champ.lieu() + " avec 2000 champs", beaucoup.toString()));
			}
			if (champ.nom() != null) {
				JsonNode valeur = this.corps.at(champ.lieu());
				requetes.add(remplacer(champ.lieu() + " deux fois", champ,
						valeur + "," + MauvaisesValeurs.json(champ.nom()) + ":" + valeur));
				requetes.add(autreNom(champ));
			}
			if (champ.liste()) {
				for (int fois : new int[] { 0, 2, 50, 300 }) {
					JsonNode element = this.corps.at(champ.lieu()).path(0);
					ArrayNode liste = DescriptionLue.JSON.createArrayNode();
					for (int i = 0; i < fois; i++) {
						liste.add(element);
					}
					requetes.add(remplacer(champ.lieu() + " " + fois + " fois", champ, liste.toString()));
				}
			}
		}
		return requetes;
	}

	private Requete autreNom(Champ champ) {
		JsonNode arbre = this.corps.deepCopy();
		JsonNode valeur = champ.retirer(arbre);
		((ObjectNode) arbre.at(champ.lieu().head())).set(champ.nom().toUpperCase(Locale.ROOT), valeur);
		return corps(champ.lieu() + " en capitales", arbre.toString());
	}

	private Requete remplacer(String attaque, Champ champ, String valeur) {
		if (champ.lieu().matches()) {
			return corps(attaque, valeur);
		}
		JsonNode arbre = this.corps.deepCopy();
		champ.poser(arbre, BRUT);
		return corps(attaque, arbre.toString().replace('"' + BRUT + '"', valeur));
	}

	private Requete corps(String attaque, String texte) {
		return corps(attaque, texte.getBytes(StandardCharsets.UTF_8));
	}

	private Requete corps(String attaque, byte[] octets) {
		return this.base.avecCorps((attaque.length() > 80) ? attaque.substring(0, 80) + "…" : attaque, octets,
				interdit(octets));
	}

	private List<Requete> corpsEntiers() {
		List<Requete> requetes = new ArrayList<>();
		MauvaisesValeurs.CORPS.forEach((octets) -> requetes.add(corps("autre corps", octets)));
		byte[] bon = this.base.corps();
		for (int coupe : new int[] { 1, bon.length / 4, bon.length / 2, bon.length * 3 / 4, bon.length - 1 }) {
			requetes.add(corps("coupé à " + coupe, Arrays.copyOf(bon, coupe)));
		}
		String texte = new String(bon, StandardCharsets.UTF_8);
		for (String suite : List.of("x", "{}", ",", "}", "\u0000", "//", texte)) {
			requetes.add(corps("suivi de " + suite, texte + suite));
			requetes.add(corps("précédé de " + suite, suite + texte));
		}
		requetes.add(corps("BOM", "\ufeff" + texte));
		requetes.add(corps("apostrophes", texte.replace('"', '\'')));
		for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1")) {
			requetes.add(corps(charset,
					(texte.replaceFirst("\"([^\"]*)\"}", "\"$1é\"}")).getBytes(Charset.forName(charset))));
		}
		ByteArrayOutputStream coupe = new ByteArrayOutputStream();
		coupe.writeBytes(bon);
		coupe.write(0xC3);
		requetes.add(corps("fin d'UTF-8", coupe.toByteArray()));
		return requetes;
	}

	private List<UnaryOperator<Requete>> entetes() {
		List<UnaryOperator<Requete>> fautes = new ArrayList<>();
		MauvaisesValeurs.CLES.forEach((cle) -> fautes.add(entete("Authorization", cle, true)));
		fautes.add((requete) -> requete.avecEntetes("sans clé", "Authorization", List.of(), true));
		String cle = this.base.entete("Authorization");
		fautes.add((requete) -> requete.avecEntetes("clé deux fois", "Authorization", List.of(cle, cle), true));
		for (DescriptionLue.Parametre entete : this.operation.parametres("header")) {
			JsonSchema permis = this.description.compile(entete.schema());
			Stream.concat(MauvaisesValeurs.IDEMPOTENCES.stream(), MauvaisesValeurs.TEXTES.stream())
				.filter((texte) -> texte.chars().noneMatch((lettre) -> lettre < ' ' && lettre != '\t'))
				.filter((texte) -> StandardCharsets.UTF_8.newEncoder().canEncode(texte))
				.forEach((valeur) -> fautes
					.add(entete(entete.nom(), valeur, !permis.validate(TextNode.valueOf(valeur.strip())).isEmpty())));
			fautes.add((requete) -> requete.avecEntetes(entete.nom() + " deux fois", entete.nom(), List.of("a", "b"),
					true));
		}
		boolean annonce = this.operation.reponses()
			.properties()
			.stream()
			.anyMatch((reponse) -> reponse.getKey().startsWith("2") && reponse.getValue().has("content"));
		MauvaisesValeurs.FORMATS.forEach((format) -> fautes.add(entete("Accept", format, annonce)));
		MauvaisesValeurs.FORMATS_LIBRES.forEach((format) -> fautes.add(entete("Accept", format, false)));
		if (this.operation.corps().containsKey(JSON)) {
			MauvaisesValeurs.TYPES.forEach((type) -> fautes.add(entete("Content-Type", type, true)));
			fautes.add((requete) -> requete.avecEntetes("sans Content-Type", "Content-Type", List.of(), true));
			MauvaisesValeurs.JSON.forEach((type) -> fautes.add(entete("Content-Type", type, false)));
		}
		divers().filter((divers) -> !divers.nom().equals("Content-Length") || this.base.corps() != null)
			.forEach((divers) -> fautes
				.add((requete) -> entete(divers.nom(), divers.valeur(), false).apply(requete).horsDescription()));
		return fautes;
	}

	private static UnaryOperator<Requete> entete(String nom, String valeur, boolean refus) {
		return (requete) -> requete.avecEntetes(nom + ": " + valeur, nom, List.of(valeur), refus);
	}

	/** Headers of which the API says nothing. */
	private static Stream<Requete.Entete> divers() {
		return Stream
			.of("Accept-Language: en", "Accept-Language: ${7*7}", "Accept-Charset: utf-16", "Accept-Encoding: gzip;q=a",
					"Content-Encoding: gzip", "Content-Language: \u00e9", "Range: bytes=0-1", "If-Match: \"x\"",
					"If-None-Match: *", "If-Modified-Since: hier", "Expect: 100-continue",
					"X-HTTP-Method-Override: DELETE", "X-Forwarded-Proto: javascript", "X-Forwarded-Prefix: /../..",
					"X-Forwarded-Port: a", "X-Forwarded-Port: -5", "X-Forwarded-Host: a b", "X-Forwarded-Proto: a b",
					"X-Forwarded-For: [::", "Forwarded: host=\"a:b\"", "Forwarded: host=\"",
					"Origin: http://mal.example", "Origin: null", "Referer: \u202e", "Cookie: JSESSIONID=../../x; a=\"",
					"Host: mal.example", "Host: ", "Transfer-Encoding: inconnu", "Content-Length: 3", "Upgrade: h2c",
					"X: " + "a".repeat(7000), "X: " + "a".repeat(9000))
			.map((entete) -> new Requete.Entete(entete.substring(0, entete.indexOf(':')),
					entete.substring(entete.indexOf(':') + 2)));
	}

	private List<UnaryOperator<Requete>> adresses() {
		List<UnaryOperator<Requete>> fautes = new ArrayList<>();
		String cible = this.base.cible();
		String[] modele = this.operation.chemin().split("/");
		String[] reel = cible.split("/");
		for (int rang = 0; rang < modele.length; rang++) {
			if (modele[rang].startsWith("{")) {
				int place = rang;
				Stream
					.of(MauvaisesValeurs.SEGMENTS.stream(),
							MauvaisesValeurs.TEXTES.stream().map(MauvaisesValeurs::pourcent),
							Stream.of("%20", "/", ".json", ";a=b", "%00", "%0a", "x", "%2f..")
								.map((fin) -> reel[place] + fin),
							Stream.of(reel[place].substring(1), autreCasse(reel[place]), "%20" + reel[place]))
					.flatMap((segments) -> segments)
					.filter((segment) -> !segment.equals(reel[place]))
					.forEach((segment) -> {
						String[] autre = reel.clone();
						autre[place] = segment;
						fautes.add((requete) -> requete.avecCible(modele[place] + "=" + segment,
								String.join("/", autre), !segment.isEmpty(), false));
					});
			}
		}
		for (String autre : List.of(cible + "/", cible + "//", cible + "/.", cible + ";a=b", cible + "%00",
				cible + "%20", cible + ".json", cible + "/inconnu", cible.replace("/v1/", "/v1//"),
				cible.replace("/v1/", "/v1/./"), cible.replace("/v1/", "/v1/x/../"), cible + "%2f", cible + "\\")) {
			fautes.add((requete) -> requete.avecCible("adresse=" + autre, autre, false, false));
		}
		return fautes;
	}

	private static String autreCasse(String texte) {
		String autre = texte.toLowerCase(Locale.ROOT);
		return autre.equals(texte) ? texte.toUpperCase(Locale.ROOT) : autre;
	}

	private List<UnaryOperator<Requete>> parametres() {
		List<UnaryOperator<Requete>> fautes = new ArrayList<>();
		for (DescriptionLue.Parametre parametre : this.operation.parametres("query")) {
			JsonSchema permis = this.description.compile(parametre.schema());
			String nom = parametre.nom();
			MauvaisesValeurs.PARAMETRES
				.forEach((valeur) -> fautes.add(parametre(nom + "=" + valeur, refuse(permis, parametre, valeur))));
			fautes.add(parametre(nom + "=1&" + nom + "=2", true));
			Stream.of(nom, nom + "[]=1", nom + ".x=1", nom.toUpperCase(Locale.ROOT) + "=1")
				.forEach((autre) -> fautes.add(parametre(autre, false)));
		}
		Stream
			.of("inconnu=1", "=", "&", "%00=1", "a=%00", "_method=DELETE", "access_token=x", "a".repeat(3000),
					"%F0%9F%98%80=1", "${7*7}", "class.module.classLoader=1")
			.forEach((autre) -> fautes.add(parametre(autre, false)));
		return fautes;
	}

	private static UnaryOperator<Requete> parametre(String parametre, boolean refus) {
		// What the web server itself does not read as a query.
		boolean lisible = parametre.matches("[!-~&&[^\"<>\\\\^`{|}\\[\\]]]*");
		return (requete) -> {
			boolean seul = !requete.cible().contains("?");
			Requete avec = requete.avecCible(parametre, requete.cible() + (seul ? "?" : "&") + parametre, refus && seul,
					true);
			return lisible ? avec : avec.horsDescription();
		};
	}

	private static boolean refuse(JsonSchema permis, DescriptionLue.Parametre parametre, String valeur) {
		if (valeur.length() > 1000 || !valeur.matches("(?:%[0-7][0-9A-F]|[A-Za-z0-9])*")) {
			return false;
		}
		String texte = URLDecoder.decode(valeur, StandardCharsets.UTF_8);
		if (texte.isBlank() && parametre.vide()) {
			return false;
		}
		JsonNode lu = TextNode.valueOf(texte);
		if (parametre.schema().toString().contains("\"integer\"")) {
			if (!texte.matches("-?[0-9]+")) {
				return true;
			}
			lu = BigIntegerNode.valueOf(new java.math.BigInteger(texte));
		}
		return !permis.validate(lu).isEmpty();
	}

	private boolean interdit(byte[] octets) {
		try {
			String texte = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			JsonNode lu = DescriptionLue.JSON.readTree(texte);
			return lu.isMissingNode() || !this.schema.validate(lu).isEmpty();
		}
		catch (CharacterCodingException | JsonProcessingException ex) {
			return true;
		}
	}

	private static <T> T un(Random hasard, List<T> parmi) {
		return parmi.get(hasard.nextInt(parmi.size()));
	}

	/** A right request of an operation, to which every wrong one is compared. */
	static Requete base(DescriptionLue.Operation operation, String cle, String cible, Supplier<byte[]> corps) {
		List<Requete.Entete> entetes = new ArrayList<>(
				List.of(new Requete.Entete("Authorization", "Bearer " + cle), new Requete.Entete("Accept", JSON)));
		byte[] octets = null;
		if (operation.corps().containsKey(JSON)) {
			entetes.add(new Requete.Entete("Content-Type", JSON));
			octets = corps.get();
		}
		else if (operation.corps().containsKey(Multipart.TYPE)) {
			entetes.add(new Requete.Entete("Content-Type", Multipart.TYPE + "; boundary=" + Multipart.LIMITE));
			octets = Multipart.bon();
		}
		else if (!operation.lit()) {
			octets = new byte[0];
		}
		return new Requete(operation, "", operation.methode(), cible, entetes, octets, false, true);
	}

}
