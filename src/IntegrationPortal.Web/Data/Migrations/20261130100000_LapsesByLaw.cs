using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class LapsesByLaw : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "lapses_after",
                table: "fact_code",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lapses_source",
                table: "fact_code",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lapses_unit",
                table: "fact_code",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "lapses_valid_from",
                table: "fact_code",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "lapses_valid_to",
                table: "fact_code",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "lapses_after",
                table: "fact_code");

            migrationBuilder.DropColumn(
                name: "lapses_source",
                table: "fact_code");

            migrationBuilder.DropColumn(
                name: "lapses_unit",
                table: "fact_code");

            migrationBuilder.DropColumn(
                name: "lapses_valid_from",
                table: "fact_code");

            migrationBuilder.DropColumn(
                name: "lapses_valid_to",
                table: "fact_code");
        }
    }
}
