"""How far an analysis agrees with what readers labelled: references, other tools' annotation, scores."""
