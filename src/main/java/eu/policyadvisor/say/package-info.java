/** What was understood of a fact set, read back in sentences. */
@NullMarked
package eu.policyadvisor.say;

import org.jspecify.annotations.NullMarked;
