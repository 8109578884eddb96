/** One page for who decides: what stands on it, and as text, Markdown, HTML, PDF and DOCX. */
@NullMarked
package eu.policyadvisor.report.brief;

import org.jspecify.annotations.NullMarked;
