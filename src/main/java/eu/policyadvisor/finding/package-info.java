/** What rules hold true: derived concepts and findings. */
@NullMarked
package eu.policyadvisor.finding;

import org.jspecify.annotations.NullMarked;
