package org.compagnonnage.abonnement;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
interface Resolution {

	InetAddress[] resoudre(String hote) throws UnknownHostException;

}
