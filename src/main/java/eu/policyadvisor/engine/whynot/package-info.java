/** Why a rule did not conclude: the nearest attempt, and what would repair it. */
@NullMarked
package eu.policyadvisor.engine.whynot;

import org.jspecify.annotations.NullMarked;
