package org.compagnonnage.abonnement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go: to public addresses only, so that nobody reaches through them
 * what is near this application. Checked when an address is given, and again on the very
 * addresses that are connected to, for a name may lead elsewhere by then.
 */
@Component
class Cibles {

	static final String SANS_HTTPS = "Cette adresse doit commencer par « https:// ».";

	/** Longest address, in characters. */
	static final int LONGUEUR_MAXIMALE = 2000;

	/** Of a name with more addresses only the first are tried. */
	private static final int ADRESSES_MAXIMALES = 4;

	/**
	 * What is not the public Internet, after the IANA registries of special-purpose and
	 * of multicast addresses; of IPv6 all that is not global unicast (2000::/3), which
	 * covers loopback, IPv4-mapped, NAT64, unique local, link-local and multicast
	 * addresses.
	 */
	private static final List<IpAddressMatcher> RESERVEES = Stream.of(
			// this network, private use, shared by carriers (CGNAT), loopback
			"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
			// link-local, where clouds tell their secrets; and where Azure does
			"169.254.0.0/16", "168.63.129.16/32",
			// private use
			"172.16.0.0/12", "192.168.0.0/16",
			// protocol assignments, documentation, 6to4 relays, benchmarks
			"192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "192.88.99.0/24", "198.18.0.0/15",
			// multicast, reserved, broadcast
			"224.0.0.0/4", "240.0.0.0/4",
			// IPv6 outside of 2000::/3
			"::/3", "4000::/2", "8000::/1",
			// protocol assignments with Teredo and benchmarks, documentation, 6to4
			"2001::/23", "2001:db8::/32", "3fff::/20", "2002::/16")
		.map(IpAddressMatcher::new)
		.toList();

	private static final Pattern NOMBRE_FINAL = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)");

	private static final Pattern IPV4 = Pattern
		.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

	/** Searches at once: each holds a connection to the database while it waits. */
	private static final int RECHERCHES = 8;

	private final Semaphore recherches = new Semaphore(RECHERCHES);

	private final AbonnementSettings settings;

	private final Resolution resolution;

	private final Limite limite;

	Cibles(AbonnementSettings settings, Resolution resolution, Limite limite) {
		this.settings = settings;
		this.resolution = resolution;
		this.limite = limite;
	}

	/** Why a webhook cannot go to this address, in French; empty when it can. */
	Optional<String> refus(String adresse) {
		if (adresse.length() > LONGUEUR_MAXIMALE) {
			return Optional.of("Cette adresse ne doit pas dépasser " + LONGUEUR_MAXIMALE + " caractères.");
		}
		if (!StandardCharsets.US_ASCII.newEncoder().canEncode(adresse)) {
			return Optional.of("Cette adresse doit être en ASCII : un nom d'hôte accentué s'écrit « xn--… »,"
					+ " le reste en « %… ».");
		}
		try {
			URI url = new URI(adresse);
			return refus(url).or(() -> refusDuReseau(url));
		}
		catch (URISyntaxException ex) {
			return Optional.of("Cette adresse est mal formée.");
		}
	}

	private Optional<String> refus(URI url) {
		boolean https = "https".equalsIgnoreCase(url.getScheme());
		if (!https && !(this.settings.boucleLocale() && "http".equalsIgnoreCase(url.getScheme()))) {
			return Optional.of(SANS_HTTPS);
		}
		if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
			return Optional.of("Cette adresse ne doit contenir ni identifiants ni fragment (« @ », « # »).");
		}
		String hote = url.getHost();
		if (hote == null || hote.endsWith(".") || hote.contains("%")
				|| NOMBRE_FINAL.matcher(hote).matches() && !IPV4.matcher(hote).matches() || url.getPort() == 0
				|| url.getPort() > 65_535) {
			return Optional.of("Cette adresse doit nommer un hôte et son port éventuel sous leur forme habituelle,"
					+ " comme dans « https://partenaire.example:8443/chemin ».");
		}
		return Optional.empty();
	}

	// One sentence for a name that is unknown and one that leads inside: which names
	// exist
	// inside is nobody's business.
	private Optional<String> refusDuReseau(URI url) {
		if (!this.recherches.tryAcquire()) {
			throw new ProblemeException(TypeProbleme.TROP_DE_REQUETES,
					"Trop d'adresses sont vérifiées en ce moment. Recommencez dans un moment.")
				.avec(HttpHeaders.RETRY_AFTER, "5");
		}
		try {
			this.limite.executer(this.settings.delaiConnexion(), () -> chercher(url));
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of("Cette adresse n'est pas joignable depuis Internet : son nom d'hôte n'existe pas,"
					+ " ou il mène à un réseau local, privé ou réservé.");
		}
	}

	/**
	 * A search holds its place until it ends, however long nobody waits for it any more.
	 */
	private InetAddress[] chercher(URI url) throws UnknownHostException {
		try {
			return adresses(url);
		}
		finally {
			this.recherches.release();
		}
	}

	/**
	 * The addresses to connect to, each of which is permitted.
	 * @throws Interdite when the host has one that is not
	 * @throws UnknownHostException when the host has none
	 */
	InetAddress[] adresses(URI url) throws UnknownHostException {
		InetAddress[] adresses = this.resolution.resoudre(url.getHost());
		boolean https = "https".equalsIgnoreCase(url.getScheme());
		for (InetAddress adresse : adresses) {
			boolean permise = (this.settings.boucleLocale() && adresse.isLoopbackAddress())
					|| (https && estPublique(adresse));
			if (!permise) {
				throw new Interdite(url.getHost());
			}
		}
		return Arrays.copyOf(adresses, Math.min(adresses.length, ADRESSES_MAXIMALES));
	}

	static boolean estPublique(InetAddress adresse) {
		String texte = adresse.getHostAddress().replaceFirst("%.*", "");
		return RESERVEES.stream().noneMatch((reservee) -> reservee.matches(texte));
	}

	/** A host leads where webhooks must not go. */
	static final class Interdite extends UnknownHostException {

		Interdite(String hote) {
			super(hote + " leads to an address that webhooks must not reach");
		}

	}

}
