package org.compagnonnage.partner.epreuve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * All rows of all tables, the engine's too, to be compared before and after: what a
 * refused call may write (when a key was last used, its rate) is left out.
 */
final class EtatBase {

	private static final Set<String> SANS_OBJET = Set.of("cle_partenaire.derniere_utilisation", "debit_cle");

	private final Map<String, Contenu> tables;

	private EtatBase(Map<String, Contenu> tables) {
		this.tables = tables;
	}

	static EtatBase lire(JdbcTemplate jdbc) {
		Map<String, Contenu> tables = new TreeMap<>();
		jdbc.queryForList("""
				select table_name from information_schema.tables
				where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'""", String.class)
			.stream()
			.filter((table) -> !SANS_OBJET.contains(table.toLowerCase(Locale.ROOT)))
			.forEach((table) -> {
				Somme somme = new Somme(table.toLowerCase(Locale.ROOT));
				jdbc.query("select * from \"" + table + '"', somme);
				tables.put(table.toLowerCase(Locale.ROOT), new Contenu(somme.lignes, somme.somme));
			});
		return new EtatBase(tables);
	}

	/** The tables that differ, each with its rows before and after. */
	List<String> ecarts(EtatBase apres) {
		Set<String> noms = new TreeSet<>(this.tables.keySet());
		noms.addAll(apres.tables.keySet());
		List<String> ecarts = new ArrayList<>();
		noms.forEach((nom) -> {
			if (!Objects.equals(this.tables.get(nom), apres.tables.get(nom))) {
				ecarts.add(nom + " " + this.tables.get(nom) + " -> " + apres.tables.get(nom));
			}
		});
		return ecarts;
	}

	/** How many rows a table has, and the sum of their fingerprints. */
	private record Contenu(long lignes, long somme) {
	}

	/** Adds up rows in any order. */
	private static final class Somme implements RowCallbackHandler {

		private final String table;

		private long lignes;

		private long somme;

		Somme(String table) {
			this.table = table;
		}

		@Override
		public void processRow(ResultSet ligne) throws SQLException {
			long empreinte = 1;
			for (int colonne = 1; colonne <= ligne.getMetaData().getColumnCount(); colonne++) {
				// What is binary stands in a row that has a revision or never changes.
				int type = ligne.getMetaData().getColumnType(colonne);
				boolean binaire = type == Types.BLOB || type == Types.VARBINARY || type == Types.BINARY
						|| type == Types.LONGVARBINARY;
				String nom = this.table + '.' + ligne.getMetaData().getColumnName(colonne).toLowerCase(Locale.ROOT);
				if (!binaire && !SANS_OBJET.contains(nom)) {
					String valeur = ligne.getString(colonne);
					empreinte = empreinte * 1_000_003 + ((valeur != null) ? valeur.hashCode() : 7);
				}
			}
			this.lignes++;
			this.somme += empreinte * 0x9E3779B97F4A7C15L;
		}

	}

}
