/** Rules as data: their cards, the instruments they cite, the reference catalogue, parameters. */
@NullMarked
package eu.policyadvisor.rule;

import org.jspecify.annotations.NullMarked;
