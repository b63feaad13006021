package org.compagnonnage.partner.epreuve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends wrong input to every operation of the partner API, made from its description:
 * none breaks it, each refusal is a problem in French, nothing that is refused changes
 * anything. {@code -Depreuves.graine=…} mixes otherwise.
 */
class MauvaisesEntreesTests extends ApiEnMarche {

	/** What one operation gets at least, and all of them together. */
	private static final int PAR_OPERATION = 800;

	private static final int EN_TOUT = 10_000;

	/**
	 * Requests of an operation that the description allows and that may change a case.
	 */
	private static final int PERMISES = 60;

	private static final int LOT = 400;

	private static final int FILS = 4;

	private final long graine = Long.getLong("epreuves.graine", 20261122L);

	private final Map<Requete, ClientBrut.Reponse> reponses = Collections.synchronizedMap(new IdentityHashMap<>());

	/** The first of each kind. */
	private final Map<String, String> reproches = new ConcurrentSkipListMap<>();

	private final Map<String, AtomicInteger> envoyees = new TreeMap<>();

	private DescriptionLue description;

	private Jugement jugement;

	private Reserve reserve;

	private ExecutorService fils;

	@Test
	void no_wrong_input_breaks_an_operation_or_changes_a_case() throws Exception {
		this.description = DescriptionLue.de(this.port);
		this.jugement = new Jugement(this.description);
		this.fils = Executors.newFixedThreadPool(FILS);
		List<DescriptionLue.Operation> operations = this.description.operations();
		int parOperation = Math.max(PAR_OPERATION, EN_TOUT / operations.size() + 1);
		try {
			for (DescriptionLue.Operation operation : operations) {
				// A partner for each, for what is subscribed to by one is told of every
				// case.
				try (Reserve sienne = reserve(this.description)) {
					this.reserve = sienne;
					eprouver(operation, parOperation);
				}
			}
		}
		finally {
			this.fils.shutdownNow();
		}
		assertThat(this.reproches).as("seed %d, requests %s", this.graine, this.envoyees).isEmpty();
		assertThat(this.envoyees)
			.allSatisfy((operation, nombre) -> assertThat(nombre.get()).isGreaterThanOrEqualTo(parOperation));
		assertThat(this.envoyees.values().stream().mapToInt(AtomicInteger::get).sum()).isGreaterThanOrEqualTo(EN_TOUT);
	}

	private void eprouver(DescriptionLue.Operation operation, int parOperation) throws Exception {
		this.envoyees.put(operation.toString(), new AtomicInteger());
		Requete juste = this.reserve.requete(operation);
		ClientBrut.Reponse acceptee = this.reserve.envoyer(juste);
		assertThat(acceptee.statut()).as(juste + " " + acceptee.corps()).isBetween(200, 299);
		assertThat(this.jugement.reproches(juste, acceptee)).as(juste.toString()).isEmpty();

		Requete base = this.reserve.requete(operation);
		MauvaisesRequetes mauvaises = new MauvaisesRequetes(this.description, base);
		Random hasard = new Random(this.graine ^ operation.toString().hashCode());
		List<Requete> strictes = new ArrayList<>();
		List<Requete> permises = new ArrayList<>();
		mauvaises.uneFaute().forEach((requete) -> ranger(requete, strictes, permises));
		while (strictes.size() < parOperation) {
			ranger(mauvaises.melange(hasard), strictes, permises);
		}
		Collections.shuffle(permises, hasard);
		envoyerSansEffet(operation, strictes);
		envoyerPermises(operation, base, chacuneUneFois(permises));
	}

	/** Each value once, in whatever field it comes first. */
	private static List<Requete> chacuneUneFois(List<Requete> requetes) {
		Map<String, Requete> parValeur = new LinkedHashMap<>();
		requetes.forEach((requete) -> parValeur
			.putIfAbsent(requete.attaque().substring(requete.attaque().indexOf('=') + 1), requete));
		return parValeur.values().stream().limit(PERMISES).toList();
	}

	/** What must be refused or only reads must change nothing: the rest may. */
	private static void ranger(Requete requete, List<Requete> strictes, List<Requete> permises) {
		boolean lit = List.of("GET", "HEAD", "OPTIONS").contains(requete.methode());
		((requete.refus() || lit) ? strictes : permises).add(requete);
	}

	/** Sends what must change nothing, and looks. */
	private void envoyerSansEffet(DescriptionLue.Operation operation, List<Requete> requetes) throws Exception {
		EtatBase avant = EtatBase.lire(this.jdbc);
		for (int debut = 0; debut < requetes.size(); debut += LOT) {
			List<Requete> lot = requetes.subList(debut, Math.min(requetes.size(), debut + LOT));
			envoyer(operation, lot);
			EtatBase apres = EtatBase.lire(this.jdbc);
			avant.ecarts(apres).forEach((ecart) -> this.reproches.put(operation + " changed", ecart));
			avant = apres;
		}
	}

	/**
	 * Sends what the description allows, each on something of its own; what is refused
	 * all the same is sent again alone, and must change nothing.
	 */
	private void envoyerPermises(DescriptionLue.Operation operation, Requete base, List<Requete> permises)
			throws Exception {
		List<Requete> restantes = new ArrayList<>();
		for (Requete permise : permises) {
			boolean ailleurs = !operation.variables().isEmpty() && permise.cible().startsWith(base.cible());
			restantes.add(ailleurs ? permise.avecCible("",
					permise.cible().replace(base.cible(), this.reserve.cible(operation)), false, true) : permise);
		}
		for (boolean calme = false; !calme;) {
			envoyer(operation, restantes);
			restantes
				.removeIf((requete) -> this.reponses.containsKey(requete) && this.reponses.get(requete).acceptee());
			EtatBase avant = EtatBase.lire(this.jdbc);
			envoyer(operation, restantes);
			calme = this.reponses.values().stream().noneMatch(ClientBrut.Reponse::acceptee);
			if (calme) {
				avant.ecarts(EtatBase.lire(this.jdbc))
					.forEach((ecart) -> this.reproches.put(operation + ", allowed but refused, changed", ecart));
			}
		}
	}

	private void envoyer(DescriptionLue.Operation operation, List<Requete> requetes) throws Exception {
		this.reponses.clear();
		Queue<Requete> file = new ConcurrentLinkedQueue<>(requetes);
		List<Future<?>> envois = new ArrayList<>();
		for (int fil = 0; fil < FILS; fil++) {
			envois.add(this.fils.submit(() -> vider(operation, file)));
		}
		for (Future<?> envoi : envois) {
			attendre(envoi);
		}
		this.envoyees.get(operation.toString()).addAndGet(requetes.size());
	}

	private static void attendre(Future<?> envoi) throws InterruptedException {
		try {
			envoi.get();
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	private void vider(DescriptionLue.Operation operation, Queue<Requete> file) {
		try (ClientBrut client = new ClientBrut(this.port)) {
			for (Requete requete = file.poll(); requete != null; requete = file.poll()) {
				try {
					ClientBrut.Reponse reponse = client.envoyer(requete);
					this.reponses.put(requete, reponse);
					List<String> fautes = this.jugement.reproches(requete, reponse);
					if (!fautes.isEmpty()) {
						this.reproches.putIfAbsent(operation + " " + reponse.statut() + " " + fautes,
								requete + "\n  -> " + court(reponse.corps()));
					}
				}
				catch (IOException ex) {
					this.reproches.putIfAbsent(operation + " " + ex, requete.toString());
					client.close();
				}
			}
		}
	}

	private static String court(String corps) {
		return (corps.length() < 400) ? corps : corps.substring(0, 400) + "…";
	}

	@Test
	void every_field_parameter_and_header_of_the_description_is_attacked() {
		this.description = DescriptionLue.de(this.port);
		try (Reserve ouverte = reserve(this.description)) {
			for (DescriptionLue.Operation operation : this.description.operations()) {
				MauvaisesRequetes mauvaises = new MauvaisesRequetes(this.description, ouverte.requete(operation));
				List<Requete> requetes = mauvaises.uneFaute();
				assertThat(mauvaises.lieux()).allSatisfy((lieu) -> {
					String nom = lieu.substring(Math.max(lieu.lastIndexOf('/'), lieu.lastIndexOf(' ')) + 1);
					assertThat(requetes).as(operation + " " + lieu)
						.filteredOn((requete) -> requete.attaque().contains(nom))
						.hasSizeGreaterThan(20);
				});
			}
		}
	}

	@Test
	void english_is_told_from_french() {
		Anglais anglais = new Anglais();
		assertThat(Anglais.anglais()).allSatisfy((message) -> assertThat(anglais.dans(message)).isNotEmpty());
		assertThat(anglais.dans("Ce champ est obligatoire.")).isEmpty();
		assertThat(anglais.dans("Le champ « the field » figure deux fois.")).isEmpty();
		assertThat(anglais.dans("Ce champ must not be blank.")).contains("must", "not", "be");
		assertThat(Anglais.estFrancais("Requête refusée.")).isFalse();
	}

}
