/** The style of DRL, and that writing in it keeps the meaning. */
@NullMarked
package eu.policyadvisor.engine.format;

import org.jspecify.annotations.NullMarked;
