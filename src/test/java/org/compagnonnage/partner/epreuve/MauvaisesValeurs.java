package org.compagnonnage.partner.epreuve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values that break what is not built for them. */
final class MauvaisesValeurs {

	/** Texts; what JSON cannot hold as it is stands among {@link #BRUTES}. */
	static final List<String> TEXTES = List.of("", " ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u3000", "\u0000",
			"a\u0000b", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\u2029", "a\nb",
			// Directions, widths, marks, half characters, forms of the same text.
			"\u202eabc", "\u2066abc\u2069", "\u200f", "\u200b", "a\u200bb", "\u200d", "\ufeff", "\ufeffAna", "\u00ad",
			"\u034f", "e\u0301", "\u00e9", "\u212b", "\ufb01n", "a" + "\u0301".repeat(60), "\u0301", "\ud800", "\udc00",
			"a\ud83d", "\udbff\udfff", "\ufffd", "\ufffe", "\uffff", "\ue000", "\u0378",
			// Pictures and scripts.
			"\ud83d\ude00", "\ud83d\udc69\u200d\ud83c\udfa8", "\ud83c\uddeb\ud83c\uddf7", "\u0410\u043d\u0430",
			"\u4e2d\u6587", "\u05d0\u05d1", "\u0639\u0631\u0628", "\u0e01\u0e38\u0e49", "\ud835\udc00", "\u24b6",
			"\u0130", "\u0131", "stra\u00dfe", "\u01c4", "\u00bd", "\u0660", "\u2160",
			// What another program would run.
			"' or '1'='1", "'; drop table dossier; --", "1; shutdown", "\" or \"\"=\"", "admin'--", "%' --",
			"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${7*7}",
			"#{7*7}", "*{7*7}", "${execution.getId()}", "${T(java.lang.Runtime).getRuntime().exec('id')}", "[[${7*7}]]",
			"__${7*7}__::x", "${jndi:ldap://127.0.0.1/a}", "${env:PATH}", "%n%s%x", "%00", "..%2f..%2f",
			"../../etc/passwd", "..\\..\\windows", "file:///etc/passwd", "http://169.254.169.254/", "|id", "`id`",
			"$(id)", "=cmd|' /c calc'!A0", "\r\nSet-Cookie: a=b",
			"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
			// What other types look like.
			"null", "undefined", "true", "NaN", "Infinity", "0", "-1", "1e400", "0x10", "1.5", "[]", "{}", "2026-02-30",
			"0000-00-00", "+99999-01-01", "2026-11-21T00:00:00Z", "21/11/2026", "a@", "@a.fr", "a@b", "a@b..fr",
			"a b@exemple.fr", "a@exemple.fr\nBcc: b@exemple.fr", "\"a b\"@exemple.fr", "a@[127.0.0.1]", "+", "000000",
			"+33 6 12 34 56 78 90 12 34 56", "admission-cae", "37", "mars", "constructor", "__proto__", "toString");

	/** JSON that is no text. */
	static final List<String> BRUTES = List.of("null", "true", "false", "0", "-0", "1", "-1", "1.0", "1.5", "1e2",
			"2147483648", "-2147483649", "9223372036854775808", "1e400", "-1e400", "1e-400", "1E+999999999",
			"9".repeat(400), "9".repeat(2000), "0." + "1".repeat(2000), "NaN", "Infinity", "-Infinity", "01", "+1",
			".5", "1.", "0x1F", "1_000", "undefined", "True", "nil", "'a'", "\"a", "\"\\x\"", "\"\\u12\"",
			"\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\tb\"", "\"a\nb\"", "[]", "[null]", "[1]", "[\"a\"]", "[[]]",
			"[{}]", "{}", "{\"a\":1}", "{\"\":\"\"}", "{\"$ref\":\"#\"}", "{\"@class\":\"java.util.HashMap\"}",
			"[\"java.util.HashMap\",{}]", "[".repeat(25) + "]".repeat(25), "[".repeat(10_000) + "]".repeat(10_000),
			"{\"a\":".repeat(25) + "1" + "}".repeat(25), "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
			"[" + "0,".repeat(20_000) + "0]", "[" + "{},".repeat(15_000) + "{}]", "/* a */ 1", "1 // a", "");

	/** Names of fields that nobody expects. */
	static final List<String> NOMS = List.of("inconnu", "", " ", "id", "reference", "partenaire", "perimetre ",
			"Territoire", "__proto__", "constructor", "class", "@class", "$ref", "etat", "issue", "origine", "\u0000",
			"\u202e", "a.b", "a[0]", "n".repeat(5000), "\ud83d\ude00", "\"", "<b>");

	/** Bytes in the place of a whole body. */
	static final List<byte[]> CORPS = List.of(new byte[0], ascii(" "), ascii("\n\n"), ascii("{"), ascii("}"),
			ascii("[]"), ascii("[{}]"), ascii("null"), ascii("true"), ascii("1"), ascii("\"a\""), ascii("{}"),
			ascii("{} {}"), ascii("{}x"), ascii("{\"a\":1,}"), ascii("{'a':1}"), ascii("{a:1}"), ascii("{\"a\" 1}"),
			ascii("{\"a\":}"), ascii("<a/>"), ascii("a=b&c=d"), ascii("--x\r\n\r\n--x--"), ascii("%PDF-1.7"),
			ascii("\0"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 },
			new byte[] { (byte) 0xed, (byte) 0xa0, (byte) 0x80 },
			new byte[] { '{', '"', (byte) 0xc3, '"', ':', '1', '}' }, new byte[] { '"', (byte) 0xc0, (byte) 0xaf, '"' },
			ascii("[".repeat(10_000)), ascii("{\"a\":".repeat(10_000)), ascii("[".repeat(10_000) + "]".repeat(10_000)),
			ascii(" ".repeat(60_000)), ascii("{\"a\":\"" + "a".repeat(64_000) + "\"}"),
			ascii("{\"a\":\"" + "a".repeat(600_000) + "\"}"), ascii("\u001f\u008b"));

	/** Segments of a path, as they go over the wire. */
	static final List<String> SEGMENTS = List.of("%00", "a%00", "%2e%2e", "..", ".", "..%2f..%2f", "%2f", "%5c", "..;",
			";jsessionid=1", ";", "%ff", "%c0%af", "%ed%a0%80", "%", "%zz", "%u0041", "*", "%3f", "%23", "'",
			"%27%3B--", "%20", "+", "%0d%0aSet-Cookie:%20a=b", "%E2%80%AE", "%F0%9F%98%80", "ADM-2026-000000",
			"ADM-2026-999999999", "ADM-2026-9999999999", "ADM-9999-000001", "XXX-2026-000001", "0", "-1", "1e400",
			"null", "undefined", "{}", "%7B%7D", "${7*7}", "%24%7Bjndi:ldap://127.0.0.1/a%7D",
			"00000000-0000-0000-0000-000000000000", "0000000000000000000000000000000000000000", "a".repeat(40),
			"a".repeat(300), "a".repeat(2000), "%41".repeat(300), "a".repeat(7000), "dossiers", "retrait", "\u00e9",
			"|", "\"", "<b>", "a/b/c", "//");

	/** Values of a parameter in the query, as they go over the wire. */
	static final List<String> PARAMETRES = Stream.concat(TEXTES.stream().map(MauvaisesValeurs::pourcent),
			Stream.of("%", "%zz", "%u0041", "%ff", "%c0%af", "%ed%a0%80", "a+b", "a%2Bb", "99999999999999999999",
					"1000001", "1e3", "0x1", "\u00e9", "|", "a".repeat(300), "a".repeat(5000)))
		.toList();

	/** Media types that are not JSON, or hardly. */
	static final List<String> TYPES = List.of("", "*/*", "text/plain", "text/html", "application/xml", "text/json",
			"application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
			"application/octet-stream", "application/javascript", "application/problem+json", "application/jsonx",
			"application", "json", "application/", "/", "application/json/x", "a".repeat(300), "${7*7}",
			"application/x-java-serialized-object", "application/yaml");

	/** Other ways to announce JSON, which may be taken or not. */
	static final List<String> JSON = List.of("application/json; charset=utf-8", "application/json;charset=UTF-16",
			"application/json; charset=iso-8859-1", "application/json; charset=inconnu", "APPLICATION/JSON",
			"application/json;", "application/json; a=b; c", "application/json, text/plain");

	/** Answers that nobody gives. */
	static final List<String> FORMATS = List.of("text/html", "application/xml", "image/png", "application/yaml",
			"text/*", "application/problem+xml");

	/** Wishes for an answer that may be taken or not. */
	static final List<String> FORMATS_LIBRES = List.of("application/json;q=0", "*/*", "", "x", "application/*",
			"a/b, */*;q=0.1", "/", "*", "text/html, application/json;q=0.1", "application/json;q=2",
			"application/json;q=a", "${7*7}", "a/b,".repeat(60), "application/problem+json", "text/html;level=\"", ",");

	/** Headers without a usable key. */
	static final List<String> CLES = List.of("", " ", "Bearer", "Bearer ", "Bearer  a b", "Basic ZGVtbzpkZW1v", "Basic",
			"Digest a", "Token x", "bearer", "Bearer inconnue", "Bearer ' or 1=1--", "Bearer null", "Bearer \u00e9",
			"Bearer " + "a".repeat(200), "Bearer " + "a".repeat(201), "Bearer " + "a".repeat(3000), "Bearer %00",
			"Bearer ${jndi:ldap://127.0.0.1/a}", "Bearer cmp_", "Bearer =", "Negotiate YII=");

	/** Idempotency keys that are none, and some that are. */
	static final List<String> IDEMPOTENCES = List.of("", " ", "\u00e9", "\u202e", "\ud83d\ude00", "a".repeat(256),
			"a".repeat(3000), "a\tb", "\u007f", "a".repeat(255), "' or 1=1", "${7*7}", "a b", "0", "~");

	/** Verbs that no operation has, and some that are no verbs. */
	static final List<String> VERBES = List.of("PUT", "PATCH", "DELETE", "POST", "GET", "HEAD", "OPTIONS", "TRACE",
			"PROPFIND", "MKCOL", "LOCK", "INVENTE", "get", "Post", "CONNECT");

	private MauvaisesValeurs() {
	}

	/** All values for a field, as JSON; some of them are none. */
	static List<String> pour(JsonNode schema) {
		List<String> valeurs = new ArrayList<>();
		TEXTES.forEach((texte) -> valeurs.add(json(texte)));
		valeurs.addAll(BRUTES);
		int longueur = schema.path("maxLength").asInt(100);
		for (String lettre : List.of("a", "\u00e9", "\ud83d\ude00", "e\u0301", "\u200b", " ", "0", "<")) {
			valeurs.add(json(lettre.repeat(longueur + 1)));
		}
		valeurs.add(json("a".repeat(longueur * 10)));
		valeurs.add(json("a".repeat(20_000)));
		return Collections.unmodifiableList(valeurs);
	}

	/** A text as JSON; half characters, which UTF-8 does not have, as escapes. */
	static String json(String texte) {
		String json = TextNode.valueOf(texte).toString();
		if (StandardCharsets.UTF_8.newEncoder().canEncode(texte)) {
			return json;
		}
		StringBuilder echappe = new StringBuilder();
		json.chars()
			.forEach((lettre) -> echappe
				.append(Character.isSurrogate((char) lettre) ? "\\u%04x".formatted(lettre) : (char) lettre));
		return echappe.toString();
	}

	static String pourcent(String texte) {
		StringBuilder code = new StringBuilder();
		for (byte octet : texte.getBytes(StandardCharsets.UTF_8)) {
			code.append("%%%02X".formatted(octet));
		}
		return code.toString();
	}

	private static byte[] ascii(String texte) {
		return texte.getBytes(StandardCharsets.ISO_8859_1);
	}

}
