using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class LawOfStatuses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Reference data: the rows with their days and sources come with the seed, which is loaded after this, and nothing refers to them by key.
            migrationBuilder.Sql("delete from residence_status");

            migrationBuilder.DropPrimaryKey(
                name: "pk_residence_status",
                table: "residence_status");

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "residence_status",
                type: "date",
                nullable: false);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "residence_status",
                type: "text",
                nullable: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_to",
                table: "residence_status",
                type: "date",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_residence_status",
                table: "residence_status",
                columns: new[] { "code", "valid_from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from residence_status");

            migrationBuilder.DropPrimaryKey(
                name: "pk_residence_status",
                table: "residence_status");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "residence_status");

            migrationBuilder.DropColumn(
                name: "source",
                table: "residence_status");

            migrationBuilder.DropColumn(
                name: "valid_to",
                table: "residence_status");

            migrationBuilder.AddPrimaryKey(
                name: "pk_residence_status",
                table: "residence_status",
                column: "code");
        }
    }
}
