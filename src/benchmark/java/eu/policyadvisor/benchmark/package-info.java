/** What the advisor is measured against. Never part of what users get. */
@NullMarked
package eu.policyadvisor.benchmark;

import org.jspecify.annotations.NullMarked;
