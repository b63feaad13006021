package org.compagnonnage.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs every POST in one transaction that commits only when its answer is a success, and
 * with an {@code Idempotency-Key} keeps that answer in the same transaction: the same
 * request is answered the same again, also when both arrive at once (the second waits for
 * the first, on one node for its turn, on two on the table's primary key) and after a
 * restart. Refusals change nothing and are not kept.
 */
class IdempotenceFilter extends OncePerRequestFilter {

	static final String ENTETE = "Idempotency-Key";

	private static final String REJOUE = IdempotenceFilter.class.getName() + ".REJOUE";

	static final Pattern CLE = Pattern.compile("^[!-~](?:[ -~]{0,253}[!-~])?$");

	/** No resource has a longer path: what is longer will be answered 404. */
	private static final int CHEMIN_MAXIMAL = 255;

	/**
	 * Who waits for a turn holds no connection to the database: however many identical
	 * requests arrive, one of them at most waits there for the other nodes, and the pool
	 * is left to others.
	 */
	private final Tours<Idempotence.Identite> tours = new Tours<>();

	private final Idempotence idempotence;

	private final TransactionTemplate transaction;

	private final Duration attente;

	IdempotenceFilter(Idempotence idempotence, PlatformTransactionManager transactions, PartnerSettings settings) {
		this.idempotence = idempotence;
		this.transaction = new TransactionTemplate(transactions);
		this.attente = settings.attenteIdempotence();
	}

	/** Whether the answer to this request is one given before. */
	static boolean rejoue(HttpServletRequest request) {
		return request.getAttribute(REJOUE) != null;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Idempotence.Identite> identite = identite(request);
		ContentCachingResponseWrapper reponse = new ContentCachingResponseWrapper(response);
		try {
			if (identite.isEmpty()) {
				executer(request, reponse, chain, null, null);
			}
			else {
				unefois(request, reponse, chain, identite.get());
			}
		}
		catch (EchecDeLaChaine echec) {
			echec.relancer();
		}
		reponse.copyBodyToResponse();
	}

	private void unefois(HttpServletRequest request, ContentCachingResponseWrapper reponse, FilterChain chain,
			Idempotence.Identite identite) throws IOException {
		long limite = System.nanoTime() + this.attente.toNanos();
		boolean repondu = false;
		if (this.tours.prendre(identite, this.attente)) {
			try {
				repondu = unefois(request, reponse, chain, identite, limite);
			}
			finally {
				this.tours.rendre(identite);
			}
		}
		if (!repondu) {
			throw enCours();
		}
	}

	private boolean unefois(HttpServletRequest request, ContentCachingResponseWrapper reponse, FilterChain chain,
			Idempotence.Identite identite, long limite) throws IOException {
		String empreinte = empreinte(request);
		do {
			Optional<Idempotence.Reponse> premiere = this.idempotence.trouver(identite);
			if (premiere.isPresent()) {
				rejouer(request, reponse, premiere.get(), empreinte);
				return true;
			}
			if (executer(request, reponse, chain, identite, empreinte)) {
				return true;
			}
		}
		while (System.nanoTime() < limite);
		return false;
	}

	/**
	 * Runs the call in its transaction.
	 * @return false when another request holds the idempotency key, so that nothing ran
	 */
	private boolean executer(HttpServletRequest request, ContentCachingResponseWrapper reponse, FilterChain chain,
			Idempotence.Identite identite, String empreinte) {
		return Boolean.TRUE.equals(this.transaction.execute((transaction) -> {
			if (identite != null && !reserver(identite, empreinte)) {
				transaction.setRollbackOnly();
				return false;
			}
			try {
				chain.doFilter(request, reponse);
			}
			catch (IOException | ServletException ex) {
				throw new EchecDeLaChaine(ex);
			}
			if (!HttpStatusCode.valueOf(reponse.getStatus()).is2xxSuccessful()) {
				transaction.setRollbackOnly();
			}
			else if (identite != null) {
				this.idempotence.garder(identite,
						new Idempotence.Reponse(empreinte, reponse.getStatus(), reponse.getHeader(HttpHeaders.LOCATION),
								new String(reponse.getContentAsByteArray(), StandardCharsets.UTF_8)));
			}
			return true;
		}));
	}

	// H2 gives up waiting after its lock timeout, PostgreSQL when the statement has taken
	// as long as a request may wait.
	private boolean reserver(Idempotence.Identite identite, String empreinte) {
		try {
			this.idempotence.reserver(identite, empreinte);
			return true;
		}
		catch (DuplicateKeyException | ConcurrencyFailureException | QueryTimeoutException ex) {
			return false;
		}
	}

	private static void rejouer(HttpServletRequest request, HttpServletResponse reponse, Idempotence.Reponse premiere,
			String empreinte) throws IOException {
		if (!premiere.empreinteRequete().equals(empreinte)) {
			throw incoherente();
		}
		request.setAttribute(REJOUE, true);
		reponse.setStatus(premiere.statut());
		if (premiere.emplacement() != null) {
			reponse.setHeader(HttpHeaders.LOCATION, premiere.emplacement());
		}
		reponse.setContentType(MediaType.APPLICATION_JSON_VALUE);
		reponse.getOutputStream().write(premiere.corps().getBytes(StandardCharsets.UTF_8));
	}

	private static Optional<Idempotence.Identite> identite(HttpServletRequest request) {
		List<String> cles = Collections.list(request.getHeaders(ENTETE));
		if (cles.isEmpty()) {
			return Optional.empty();
		}
		if (cles.size() > 1 || !CLE.matcher(cles.get(0)).matches()) {
			throw cleInvalide();
		}
		String chemin = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
		return (chemin.length() <= CHEMIN_MAXIMAL)
				? Optional.of(new Idempotence.Identite(CleFilter.partenaire(request).id(), chemin, cles.get(0)))
				: Optional.empty();
	}

	static ProblemeException enCours() {
		return new ProblemeException(TypeProbleme.REQUETE_EN_COURS,
				"La première requête envoyée avec cette clé d'idempotence n'est pas terminée. Recommencez.")
			.avec(HttpHeaders.RETRY_AFTER, "1");
	}

	static ProblemeException incoherente() {
		return new ProblemeException(TypeProbleme.IDEMPOTENCE_INCOHERENTE,
				"Utilisez une nouvelle clé d'idempotence pour chaque nouvelle requête.");
	}

	static ProblemeException cleInvalide() {
		return new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE, "La clé d'idempotence est invalide.",
				List.of(new Erreur(ENTETE, "Envoyez un seul en-tête de 1 à 255 caractères ASCII imprimables.")));
	}

	private static String empreinte(HttpServletRequest request) {
		String parametres = Objects.toString(request.getQueryString(), "") + "\n";
		return Empreinte.de(parametres.getBytes(StandardCharsets.UTF_8), ((CorpsRecu) request).aComparer());
	}

	/** Carries a checked exception of the chain out of the transaction. */
	private static final class EchecDeLaChaine extends RuntimeException {

		EchecDeLaChaine(Exception cause) {
			super(cause);
		}

		void relancer() throws IOException, ServletException {
			if (getCause() instanceof IOException io) {
				throw io;
			}
			throw (ServletException) getCause();
		}

	}

}
