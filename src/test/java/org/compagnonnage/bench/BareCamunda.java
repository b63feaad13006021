package org.compagnonnage.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A Camunda web application with our libraries and nothing of ours: what a start costs
 * before we add anything. Without a stereotype, so that no scan finds it.
 */
@EnableAutoConfiguration
public class BareCamunda {

	public static void main(String[] args) {
		SpringApplication.run(BareCamunda.class, args);
	}

}
