/** The front door: a knowledge base and facts in, an assessment out. */
@NullMarked
package eu.policyadvisor;

import org.jspecify.annotations.NullMarked;
