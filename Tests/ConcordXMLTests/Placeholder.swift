import ConcordXML
