/**
 * The consular programme as partners reach it over REST.
 */
package org.compagnonnage.consulaire.web;
