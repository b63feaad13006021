package org.compagnonnage.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.compagnonnage.support.SharedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * PostgreSQL databases that differ only by their number of open tasks, behind one data
 * source: the engine above works on the one that is chosen.
 */
class BasesDeTaches extends AbstractDataSource {

	private static final Set<String> IDENTIFIANTS = Set.of("id_", "proc_inst_id_", "root_proc_inst_id_", "parent_id_",
			"super_exec_", "execution_id_", "task_id_", "var_scope_", "act_inst_id_", "business_key_", "resource_id_");

	private final Map<Integer, HikariDataSource> parTaille = new TreeMap<>();

	private final String url = SharedPostgres.nouvelleBase();

	private final String parSession;

	private volatile HikariDataSource choisie;

	/**
	 * Begins with one empty database.
	 * @param parSession SQL for each connection, or null
	 */
	BasesDeTaches(String parSession) {
		this.parSession = parSession;
		this.choisie = ouvrir(this.url);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.choisie.getConnection();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

	void choisir(int taille) {
		this.choisie = this.parTaille.get(taille);
	}

	/**
	 * Makes a database of each size out of the first, which holds the smallest number of
	 * tasks.
	 */
	void multiplier(int[] tailles) {
		etaler(this.choisie);
		this.choisie.close();
		String nom = this.url.replaceAll(".*/([^?]+)\\?.*", "$1");
		JdbcClient serveur = JdbcClient
			.create(new DriverManagerDataSource(this.url.replace("/" + nom + "?", "/postgres?")));
		for (int taille : tailles) {
			serveur.sql("create database " + nom + "_" + taille + " template " + nom).update();
			HikariDataSource base = ouvrir(this.url.replace("/" + nom + "?", "/" + nom + "_" + taille + "?"));
			copier(base, taille / tailles[0] - 1);
			this.parTaille.put(taille, base);
		}
		choisir(tailles[0]);
	}

	void fermer() {
		this.choisie.close();
		this.parTaille.values().forEach(HikariDataSource::close);
	}

	/**
	 * Gives the cases what a year of work gives them: a fifth of the tasks lie with
	 * another group, a quarter are taken by one of fifty people, dates lie weeks apart.
	 */
	private static void etaler(DataSource base) {
		JdbcClient jdbc = JdbcClient.create(base);
		jdbc.sql("""
				update act_ru_identitylink set group_id_ = 'charges-administratifs'
				where type_ = 'candidate' and abs(hashtext(task_id_)) % 5 = 0""").update();
		jdbc.sql("""
				update act_ru_authorization set group_id_ = 'charges-administratifs'
				where resource_type_ = 7 and abs(hashtext(resource_id_)) % 5 = 0""").update();
		dater(jdbc);
	}

	private static void dater(JdbcClient jdbc) {
		jdbc.sql(
				"""
						update act_ru_task set
						assignee_ = case when abs(hashtext(id_)) % 4 = 1
						then case when abs(hashtext(id_)) % 50 = 1 then 'referent37' else 'collegue-' || abs(hashtext(id_)) % 50 end end,
						create_time_ = create_time_ - abs(hashtext(id_) % 5000000) * interval '1 second',
						due_date_ = due_date_ + (abs(hashtext(id_)) % 40 - 10) * interval '1 day'""")
			.update();
	}

	private static void copier(DataSource base, int copies) {
		JdbcClient jdbc = JdbcClient.create(base);
		if (copies > 0) {
			for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_variable")) {
				copier(jdbc, table, "true", copies);
			}
			// 7: rights on one task, which only the engine as shipped writes
			copier(jdbc, "act_ru_authorization", "resource_type_ = 7 and resource_id_ <> '*'", copies);
			dater(jdbc);
		}
		jdbc.sql("vacuum full analyze").update();
	}

	private static void copier(JdbcClient jdbc, String table, String where, int copies) {
		List<String> colonnes = jdbc
			.sql("select column_name from information_schema.columns where table_schema = 'public' and table_name = ?")
			.param(table)
			.query(String.class)
			.list();
		// An identifier has room for 64 characters, an activity's begins with its name.
		String valeurs = colonnes.stream()
			.map((colonne) -> IDENTIFIANTS.contains(colonne) ? "left(" + colonne + ", 60) || '-' || copie" : colonne)
			.collect(Collectors.joining(", "));
		// The copies are consistent by construction; checking each row would take
		// minutes.
		jdbc.sql("set session_replication_role = replica; insert into " + table + " (" + String.join(", ", colonnes)
				+ ") select " + valeurs + " from " + table + ", generate_series(1, " + copies + ") copie where " + where
				+ "; set session_replication_role = default")
			.update();
	}

	private HikariDataSource ouvrir(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setMaximumPoolSize(10);
		pool.setMinimumIdle(1);
		pool.setConnectionInitSql(this.parSession);
		return pool;
	}

}
