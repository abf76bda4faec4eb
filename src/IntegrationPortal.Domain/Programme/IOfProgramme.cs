namespace IntegrationPortal.Domain.Programme;

/// <summary>A row of the programme as a whole, between the foundation and its advisory board. Its changes are on record.</summary>
public interface IOfProgramme;
