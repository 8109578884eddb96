/** What is given: a fact set and one record for each kind of fact in it. */
@NullMarked
package eu.policyadvisor.fact;

import org.jspecify.annotations.NullMarked;
