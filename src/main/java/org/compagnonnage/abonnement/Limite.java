package org.compagnonnage.abonnement;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Runs what the network may hold up, such as a name service that does not answer, in a
 * thread of its own, and waits for it no longer than said.
 */
@Component
class Limite implements DisposableBean {

	private final ExecutorService fils = Executors.newCachedThreadPool(fils());

	private static CustomizableThreadFactory fils() {
		CustomizableThreadFactory fils = new CustomizableThreadFactory("abonnement-");
		fils.setDaemon(true);
		return fils;
	}

	<T> T executer(Duration delai, Callable<T> travail) throws IOException {
		return executer(delai, travail, () -> {
		});
	}

	/**
	 * Waits for a work.
	 * @param abandon what ends the work once its time is over; it may take long itself
	 * @throws SocketTimeoutException when its time is over
	 * @throws IOException what the work throws
	 */
	<T> T executer(Duration delai, Callable<T> travail, Runnable abandon) throws IOException {
		Future<T> resultat = this.fils.submit(travail);
		try {
			return resultat.get(delai.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			this.fils.execute(abandon);
			throw new SocketTimeoutException("Not done within " + delai);
		}
		catch (InterruptedException ex) {
			this.fils.execute(abandon);
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting");
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof IOException io) {
				throw io;
			}
			throw new IllegalStateException(ex.getCause());
		}
	}

	@Override
	public void destroy() {
		this.fils.shutdownNow();
	}

}
